import { existsSync } from "node:fs";
import { Result, Schema, SchemaIssue } from "effect";
import { ConfigFile } from "./config-schema.ts";
import type { Fault } from "./faults.ts";
import { readGivenFile } from "./given-file.ts";
import { type JsoncRead, readJsonc } from "./read-jsonc.ts";
import type { FileObject } from "./reader.ts";

/** Read without being asked for, where it is there. */
export const DEFAULT_FILE = "./tieout.config.json";

/** A config file that was read: everything that is wrong with its form, and what it says apart from that. */
export interface ConfigRead {
  readonly file: string;
  readonly config: ConfigFile;
  readonly faults: ReadonlyArray<Fault>;
}

type Path = ReadonlyArray<PropertyKey>;

/** A place in a config file as messages name it: `tieout.config.json $.books[0].links[1].price`. */
export const placeIn = (file: string, path: ReadonlyArray<PropertyKey>): string =>
  `${file} $${path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("")}`;

/** An object of a config file, whose members messages name by their place. */
export const objectIn = (
  file: string,
  path: ReadonlyArray<string | number>,
  members: FileObject["members"] = {},
): FileObject => ({ members, where: (member) => placeIn(file, [...path, member]) });

const printIssues = SchemaIssue.makeFormatterStandardSchemaV1();

/** What is wrong with a form: where, and how a sentence has it. */
const issuesOf = (
  issue: SchemaIssue.Issue,
): ReadonlyArray<{ readonly path: Path; readonly problem: string }> =>
  printIssues(issue).issues.map(({ path = [], message }) => ({
    path: path.map((step) => (typeof step === "object" ? step.key : step)),
    problem:
      message === "Expected no excess property"
        ? "is not a setting that tieout knows"
        : `is wrong: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  }));

/** The member that can be left out for a fault: a list in a book as a whole, so that what is named keeps its place. */
const memberOf = (path: Path): Path => {
  const list = path.findIndex((step, at) => typeof step === "number" && at > 1);
  return list === -1 ? path : path.slice(0, list);
};

const without = (value: unknown, [step, ...rest]: Path): unknown => {
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? without(one, rest) : one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (name !== step) return [[name, member]];
      return rest.length === 0 ? [] : [[name, without(member, rest)]];
    }),
  );
};

const decode = Schema.decodeUnknownResult(ConfigFile, { errors: "all", onExcessProperty: "error" });

const read = (file: string): JsoncRead => {
  try {
    return readJsonc(readGivenFile(file).toString("utf8"));
  } catch (cause) {
    return { faults: [`cannot be read: ${cause instanceof Error ? cause.message : cause}`] };
  }
};

/**
 * Reads a config file, JSON in which comments and trailing commas are allowed: the one named, else `./tieout.config.json` where it is there, else an empty one.
 *
 * Every fault of its form is found in one go, each with its path in the file; what is left without those is given all the
 * same, so that what is wrong with the values can be named beside them. A setting that nobody knows is a fault: it would
 * otherwise be a misspelt one that silently does nothing.
 */
export const readConfigFile = (named: string | undefined): ConfigRead => {
  const file = named ?? DEFAULT_FILE;
  if (named === undefined && !existsSync(file)) return { file, config: {}, faults: [] };
  const found = read(file);
  if ("faults" in found)
    return { file, config: {}, faults: found.faults.map((problem) => ({ where: file, problem })) };
  const decoded = decode(found.json);
  if (Result.isSuccess(decoded)) return { file, config: decoded.success, faults: [] };
  const issues = issuesOf(decoded.failure.issue);
  const rest = decode(issues.map(({ path }) => memberOf(path)).reduce(without, found.json));
  return {
    file,
    config: Result.getOrElse(rest, () => ({})),
    faults: issues.map(({ path, problem }) => ({ where: placeIn(file, path), problem })),
  };
};
