import { biomeFindings } from "./biome.ts";
import type { Finding } from "./finding.ts";
import { missingWords, retiredWords } from "./retired-words.ts";
import { shortFiles } from "./short-files.ts";
import { type SourceFile, sourceFiles } from "./source-files.ts";
import { sourceNames, sourceSentences } from "./source-names.ts";
import { uncheckedJson } from "./unchecked-json.ts";
import { unexplainedParams } from "./unexplained-params.ts";

/** What the sources may not have: what is counted, and what to do about one. */
interface Rule {
  readonly name: string;
  readonly counted: string;
  readonly mend: string;
}

interface BiomeRule extends Rule {
  /** Biome's name of it; its options stand in biome.json. */
  readonly biome: string;
  /** Only files below one of these; without it, all. */
  readonly within?: readonly string[];
}

interface OwnRule extends Rule {
  readonly find: (root: string, files: readonly SourceFile[]) => readonly Finding[];
}

/** Rules that Biome has. One that allows nothing any more is `error` in biome.json instead, and not here. */
const BIOME_RULES: readonly BiomeRule[] = [
  {
    name: "circles",
    biome: "suspicious/noImportCycles",
    counted: "imports, of types too, that are part of a circle of files",
    mend: "move what both need into a file of its own",
  },
  {
    name: "parameters",
    biome: "complexity/useMaxParams",
    counted: "functions of the program and the published packages with more than three parameters",
    mend: "take an object for what travels together; where an ADR says why not, name it: // biome-ignore lint/complexity/useMaxParams: ADR 12, …",
    within: ["apps/tieout/", "packages/"],
  },
  {
    name: "assertions",
    biome: "nursery/noUnsafeTypeAssertion",
    counted: "`as` other than `as const`, in the program and the packages",
    mend: "decode, narrow, or write the type where the value is made",
    within: ["apps/tieout/", "packages/"],
  },
];

const OWN_RULES: readonly OwnRule[] = [
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

/** A rule with every place that breaks it. */
export interface Counted extends Rule {
  readonly findings: readonly Finding[];
}

/** Every rule, with what breaks it in the sources of a repository. */
export const countAll = async (root: string): Promise<readonly Counted[]> => {
  const files = sourceFiles(root);
  const byBiome = await biomeFindings(
    root,
    BIOME_RULES.map(({ biome }) => biome),
  );
  return [
    ...BIOME_RULES.map(({ biome, within = [""], ...rule }) => ({
      ...rule,
      findings: (byBiome.get(biome) ?? []).filter(({ place }) =>
        within.some((folder) => place.startsWith(folder)),
      ),
    })),
    ...OWN_RULES.map(({ find, ...rule }) => ({ ...rule, findings: find(root, files) })),
  ];
};
