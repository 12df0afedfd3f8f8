import { execFile } from "node:child_process";
import { join, relative } from "node:path";
import type { Finding } from "./finding.ts";
import { sourceFolders } from "./source-files.ts";

/** Room for a line about every place in every source. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** A line of Biome's, as it prints them for GitHub. */
const LINE = /^::\w+ title=lint\/(?<rule>[^,]+),file=(?<file>[^,]+),line=(?<line>\d+).*?::(?<found>.*)$/gm;

const lint = (root: string, rules: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const only = rules.map((rule) => `--only=${rule}`);
    execFile(
      join(root, "node_modules", ".bin", "biome"),
      ["lint", "--reporter=github", "--max-diagnostics=none", ...only, ...sourceFolders(root)],
      { cwd: root, maxBuffer: OUTPUT_BYTES_MAX },
      // Biome exits with 1 where it found something; what else goes wrong has no finding to show.
      (error, stdout, stderr) =>
        error === null || stdout.includes("::")
          ? resolve(stdout)
          : reject(new Error(stderr || error.message)),
    );
  });

/**
 * What Biome finds in all handwritten sources by rules that biome.json sets to `off`, with the options that stand there:
 * by rule, such as `suspicious/noImportCycles`.
 */
export const biomeFindings = async (
  root: string,
  rules: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> => {
  const findings = [...(await lint(root, rules)).matchAll(LINE)].map(({ groups = {} }) => ({
    rule: groups["rule"] ?? "",
    place: `${relative(root, groups["file"] ?? "")}:${groups["line"]}`,
    found: groups["found"] ?? "",
  }));
  return new Map(rules.map((rule) => [rule, findings.filter((finding) => finding.rule === rule)]));
};
