import { writeFileSync } from "node:fs";
import { Console, Effect } from "effect";
import { configFileOf } from "../config/environment.ts";
import { UsageWrong } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { SOURCES } from "../config/sources.ts";
import { starterFile } from "../config/starter-file.ts";
import { packageFile, readBuild } from "../config/version.ts";
import { asLines } from "../operate/printable.ts";
import { ExportNotWritten } from "../publish/failure.ts";

/** Where an editor finds the schema of this version: where npm's packages are served, or in the checkout. */
const schemaAddress = (): string => {
  const { version, commit } = readBuild();
  return commit === null
    ? packageFile("config.schema.json").href
    : `https://unpkg.com/tieout@${version}/config.schema.json`;
};

const notWritten = (file: string, cause: unknown) => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return /^EEXIST\b/.test(reason)
    ? new UsageWrong({ faults: [{ where: file, problem: "is there already, and was left as it is" }] })
    : new ExportNotWritten({ place: file, step: "create", reason });
};

const nextSteps = (file: string): ReadonlyArray<string> => {
  const variables = SOURCES.map(({ keyVariable }) => keyVariable.fallback.text);
  const named = file === "./tieout.config.json" ? "" : ` --config ${file}`;
  return [
    `Wrote ${file}. Next:`,
    `1. Look through it: time zone and cut-off above all, and take out a source that you do not have.`,
    `2. Set ${variables.join(" and ")}, or ${variables.map((name) => `${name}_FILE`).join(" and ")} to the paths of files that hold them.`,
    `3. tieout doctor${named} says whether a run would find all that it needs.`,
    `4. tieout run${named}, and look at out/default/latest/report.html.`,
    `5. Have it run every night: ${packageFile("deploy").pathname} has files for systemd, cron, Kubernetes and others.`,
  ];
};

/** What `tieout init` does. */
export const init = Effect.fnUntraced(function* ({ flags }: { readonly flags: Flags }) {
  const file = yield* configFileOf(flags);
  const text = starterFile(schemaAddress());
  yield* Effect.try({
    // Never in place of a file that is there.
    try: () => writeFileSync(file, text, { flag: "wx" }),
    catch: (cause) => notWritten(file, cause),
  });
  yield* Console.log(asLines(nextSteps(file)));
});
