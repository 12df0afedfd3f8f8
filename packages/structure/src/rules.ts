import type { Finding } from "./finding.ts";
import { missingWords, retiredWords } from "./retired-words.ts";
import { shortFiles } from "./short-files.ts";
import { type SourceFile, sourceFiles } from "./source-files.ts";
import { sourceNames, sourceSentences } from "./source-names.ts";
import { uncheckedJson } from "./unchecked-json.ts";
import { unexplainedParams } from "./unexplained-params.ts";

/**
 * What the sources may not have: what is counted, what to do about one, and where it is. What Biome has a rule for
 * (circles, parameters, assertions, lines of a file, arrows upwards) stands in biome.json.
 */
interface Rule {
  readonly name: string;
  readonly counted: string;
  readonly mend: string;
  readonly find: (root: string, files: readonly SourceFile[]) => readonly Finding[];
}

const RULES: readonly Rule[] = [
  {
    name: "unchecked JSON",
    counted: "results of JSON.parse that take a type which nothing has checked",
    mend: "hand it to a decoder, or keep it `unknown`",
    find: (_, files) => uncheckedJson(files),
  },
  {
    name: "names of sources",
    counted: 'texts and members that are "koard" or "record" outside sources, configuration and clients',
    mend: "take the name from the context, or key by it",
    find: (_, files) => sourceNames(files),
  },
  {
    name: "sentences with names of sources",
    counted: "sentences that call Koard or Record by name, in the same places",
    mend: "make the sentence of the name that its context has",
    find: (_, files) => sourceSentences(files),
  },
  {
    name: "short files",
    counted: "files below 30 lines beyond a fifth of all files",
    mend: "join what is read together; never what is unrelated",
    find: (_, files) => shortFiles(files),
  },
  {
    name: "retired words",
    counted:
      "names of files and exports with a word that the glossary of CONTRIBUTING.md retires, migrations aside",
    mend: "call it by the word in the same row",
    find: retiredWords,
  },
  {
    name: "missing words",
    counted: "names that the glossary says are in code, and are not",
    mend: "name in its row what is there now",
    find: missingWords,
  },
  {
    name: "unexplained parameters",
    counted: "permissions for more than three parameters that name no ADR which exists",
    mend: "name the ADR: // biome-ignore lint/complexity/useMaxParams: ADR 12, …",
    find: unexplainedParams,
  },
];

/** What the sources of a repository break, rule by rule: the places, and how to mend one. Empty where they are in order. */
export const faultsIn = (root: string): readonly string[] => {
  const files = sourceFiles(root);
  return RULES.flatMap(({ name, counted, mend, find }) => {
    const findings = find(root, files);
    return findings.length === 0
      ? []
      : [
          `${name}: ${findings.length} ${counted}`,
          ...findings.map(({ place, found }) => `  ${place}: ${found}`),
          `  To mend one: ${mend}.`,
        ];
  });
};
