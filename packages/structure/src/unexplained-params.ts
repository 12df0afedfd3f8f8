import { globSync } from "node:fs";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";

const SUPPRESSION = /biome-ignore(?:-all|-start)? lint\/complexity\/useMaxParams: *(?<reason>.*)/;

/** Where a fourth parameter is allowed without an ADR that exists and says why. */
export const unexplainedParams = (root: string, files: readonly SourceFile[]): readonly Finding[] => {
  const adrs = globSync("docs/adr/*.md", { cwd: root }).map((path) => Number(/(\d{4})-/.exec(path)?.[1]));
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const reason = SUPPRESSION.exec(line)?.groups?.["reason"];
      if (reason === undefined) return [];
      const adr = /\bADR (\d+)\b/.exec(reason)?.[1];
      return adr !== undefined && adrs.includes(Number(adr))
        ? []
        : [{ place: `${path}:${index + 1}`, found: `allows more parameters, and names no ADR: ${reason}` }];
    }),
  );
};
