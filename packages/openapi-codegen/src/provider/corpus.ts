import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { GeneratedFiles } from "../write/generated-files.ts";
import { type Trial, tryDocument } from "./try-documents.ts";

const CONFIG = {
  compilerOptions: {
    ...{
      strict: true,
      noEmit: true,
      target: "es2024",
      module: "nodenext",
      types: [],
      lib: ["es2024", "dom"],
    },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
    ...{ allowImportingTsExtensions: true },
  },
  include: ["*.ts"],
};

/** How many errors the compiler finds in generated files, strictly. */
const typeErrors = async (files: GeneratedFiles): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), "openapi-corpus-"));
  const ownPackage = join(import.meta.dirname, "..", "..");
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    const http = join(folder, "node_modules", "@tieout", "http");
    await mkdir(dirname(http), { recursive: true });
    await symlink(join(ownPackage, "..", "http"), http);
    const tsc = join(ownPackage, "node_modules", ".bin", "tsc");
    const said = await promisify(execFile)(tsc, ["-p", folder], { maxBuffer: 2 ** 28 }).then(
      () => "",
      (error: { readonly stdout?: string }) => error.stdout ?? "error TS",
    );
    return said.split("error TS").length - 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Tries every document of a folder: a row of Markdown for each, and the reasons of what was left out with how often. */
export const corpusLines = async (folder: string): Promise<readonly string[]> => {
  const names = (await readdir(folder)).filter((name) => /\.(?:ya?ml|json)$/.test(name)).sort();
  const rows: string[] = [];
  const trials: Trial[] = [];
  for (const name of names) {
    const before = performance.now();
    let errors: number | undefined;
    let seconds = 0;
    const trial = await tryDocument(join(folder, name), async (files) => {
      seconds = (performance.now() - before) / 1000;
      errors = await typeErrors(files);
    });
    trials.push(trial);
    rows.push(
      `| ${name} | ${trial.operations} | ${trial.generated} | ${errors ?? "–"} | ${seconds.toFixed(1)} |`,
    );
  }
  const reasons = new Map<string, number>();
  for (const { reason } of trials.flatMap(({ refused }) => refused)) {
    const kind = reason.replace(/^(?:\S*?: )?(?:#\S+: )?(?:\w+: )?/, "");
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  const counted = [...reasons].sort(([, one], [, other]) => other - one);
  return [
    "| document | operations | generated | type errors | seconds |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    ...counted.map(([reason, count]) => `${count} × ${reason}`),
  ];
};
