import { Schema } from "effect";
import type { Kind } from "./values.ts";

/** Commands that work on a ledger. */
export const OF_A_LEDGER = [
  ...(["run", "runner", "fleet", "pull", "report", "decide", "show", "export"] as const),
  ...(["explain", "status", "doctor", "prune", "backup"] as const),
] as const;

/** Commands that settings shape. */
export type CommandName = "init" | "diff" | (typeof OF_A_LEDGER)[number];

/**
 * One setting: everything that is written down about it. Flags, their help, the config file with its JSON Schema, the
 * resolved value and the table in the docs are made of this.
 */
export interface Setting<Name extends string = string, A = unknown, Fallback = unknown> {
  /** As the config file calls it. */
  readonly name: Name;
  /** What it does, without a full stop. */
  readonly sentence: string;
  readonly kind: Kind<A>;
  /** What stands for the value in a command's help. */
  readonly metavar: string;
  /** What holds where nothing is given, in words and as a value. */
  readonly fallback: { readonly text: string; readonly value: Fallback };
  /** Without its dashes; undefined where no command takes it. */
  readonly flag: string | undefined;
  readonly variable: string | undefined;
  readonly isInFile: boolean;
  /** Whether the config file wins over the variable, which then only fills what the file leaves open. */
  readonly isFileFirst: boolean;
  /** Commands that take the flag. */
  readonly commands: ReadonlyArray<CommandName>;
}

/** Any setting, whatever its value. */
export type AnySetting = Setting<string, unknown, unknown>;

/** Settings as a table of them has them. */
export type SettingTable = Readonly<Record<string, AnySetting>>;

/** What a setting comes to. */
export type ValueOf<S> = S extends Setting<string, infer A, infer Fallback> ? A | Fallback : never;

/** `failOn` in small letters with something between the words. */
const spelt = (name: string, between: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `${between}${letter.toLowerCase()}`);

/** The variable of a setting: `failOn` of tieout is `TIEOUT_FAIL_ON`. */
export const variableOf = (owner: string, name: string): string =>
  `${owner}_${spelt(name, "_")}`.toUpperCase();

/** Defines a setting of tieout, given where the first of flag, variable and config file says so. */
export const setting = <const Name extends string, A, Fallback>({
  from,
  ...rest
}: Omit<Setting<Name, A, Fallback>, "flag" | "variable" | "isInFile" | "isFileFirst"> & {
  readonly from: ReadonlyArray<"flag" | "environment" | "file">;
}): Setting<Name, A, Fallback> => ({
  ...rest,
  flag: from.includes("flag") ? spelt(rest.name, "-") : undefined,
  variable: from.includes("environment") ? variableOf("tieout", rest.name) : undefined,
  isInFile: from.includes("file"),
  isFileFirst: false,
});

/** What a command's help says of a setting. */
export const helpOf = ({ sentence, kind, variable, fallback: { text } }: AnySetting): string => {
  if (kind.typed === "switch") return sentence;
  return `${sentence} (${variable === undefined ? "default:" : `${variable}; default`} ${text})`;
};

/** A member that may be left out, with the sentence that an editor shows. */
export const optional = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotateKey({ description }));

/** The members of the config file that give settings; `describe` makes the sentence that an editor shows. */
export const membersOf = (
  settings: SettingTable,
  describe = ({ sentence, fallback }: AnySetting): string => `${sentence}. Default: ${fallback.text}.`,
) =>
  Object.fromEntries(
    Object.values(settings).flatMap((one) =>
      one.isInFile ? [[one.name, optional(one.kind.json, describe(one))]] : [],
    ),
  );
