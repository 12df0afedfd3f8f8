import { Console, Effect } from "effect";
import { settingsOf } from "../config/environment.ts";
import { linesOf } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { type Check, failing } from "../operate/doctor/Check.ts";
import { examine } from "../operate/doctor/doctor.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, type ExitCode, fails, worstOf } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";
import type { Output } from "./flags.ts";
import { printSharding } from "./print-sharding.ts";

/** What to do about what a run would end with. */
const ADVICE: Readonly<Record<ExitCode, string>> = {
  [EXIT.ok]: "",
  [EXIT.exceptions]: "",
  [EXIT.usage]: "correct the command",
  [EXIT.untrusted]: "look whether key, mode and address are those of the account that is meant",
  [EXIT.unavailable]: "look at address, name service, proxy and certificate; else wait until it is up again",
  [EXIT.software]: "report the sentence and the version (tieout --version)",
  [EXIT.cannotCreate]: "give this user the right to write there, or name another place",
  [EXIT.cannotWrite]: "make room, or restore what is damaged from a backup",
  [EXIT.temporary]: "wait, and look again",
  [EXIT.refusedKey]: "give it a key that holds",
  [EXIT.configuration]: "correct the setting that is named",
};

/** A check as it is printed. */
interface Verdict {
  readonly verdict: "ok" | "warn" | "fail";
  readonly about: string;
  readonly sentence: string;
  /** Empty where there is nothing to do. */
  readonly to_do: string;
  /** The exit code that a run would end with because of it. */
  readonly exit: ExitCode;
}

const SEE_TO_IT = "see to it before it keeps a run from its work";

const failed = (about: string, failure: Error): ReadonlyArray<Verdict> => {
  const exit = exitCodeOf(failure);
  return linesOf(failure).map((sentence) => ({
    verdict: "fail",
    about,
    sentence,
    to_do: ADVICE[exit],
    exit,
  }));
};

const verdictsOf = ({ about, found, worries, failure }: Check): ReadonlyArray<Verdict> => [
  ...found.map((sentence) => ({ verdict: "ok" as const, about, sentence, to_do: "", exit: EXIT.ok })),
  ...worries.map((sentence) => ({
    verdict: "warn" as const,
    about,
    sentence,
    to_do: SEE_TO_IT,
    exit: EXIT.ok,
  })),
  ...(failure === null ? [] : failed(about, failure)),
];

const ABOUT_WIDTH = 20;

const printed = ({ verdict, about, sentence, to_do: toDo }: Verdict): string =>
  `${verdict.padEnd(6)}${about.padEnd(ABOUT_WIDTH)}${sentence}${toDo === "" ? "" : ` -> ${toDo}`}`;

/** Looks at everything; settings that cannot be used are all that there is to say. */
const examined = (flags: Flags) =>
  settingsOf(flags).pipe(
    Effect.tap(printSharding),
    Effect.flatMap(examine),
    Effect.catchTags({
      UsageWrong: (failure) => Effect.succeed([failing("settings", failure)]),
      ConfigurationWrong: (failure) => Effect.succeed([failing("settings", failure)]),
    }),
  );

/** What `tieout doctor` does. */
export const doctor = Effect.fnUntraced(function* ({
  flags,
  json,
}: Pick<Output, "json"> & { readonly flags: Flags }) {
  const checks = (yield* examined(flags)).flatMap(verdictsOf);
  const exit = worstOf(checks.map((one) => one.exit));
  yield* Console.log(json ? JSON.stringify({ checks, exit }) : asLines(checks.map(printed)));
  if (exit !== EXIT.ok) return yield* fails(exit);
});
