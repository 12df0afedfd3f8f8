import { existsSync, readFileSync } from "node:fs";
import { Result, Schema, SchemaIssue } from "effect";
import { ConfigFile } from "./config-schema.ts";
import type { Fault } from "./faults.ts";
import type { FileObject } from "./reader.ts";

/** Read without being asked for, where it is there. */
const DEFAULT_FILE = "./tieout.config.json";

/** A config file that was read, or everything that is wrong with it. */
export type ConfigRead =
  | { readonly file: string; readonly config: ConfigFile }
  | { readonly file: string; readonly faults: ReadonlyArray<Fault> };

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

const faultsOf = (file: string, issue: SchemaIssue.Issue): ReadonlyArray<Fault> =>
  printIssues(issue).issues.map(({ path = [], message }) => ({
    where: placeIn(
      file,
      path.map((step) => (typeof step === "object" ? step.key : step)),
    ),
    problem:
      message === "Expected no excess property"
        ? "is not a setting that tieout knows"
        : `is wrong: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
  }));

const decode = Schema.decodeUnknownResult(ConfigFile, { errors: "all", onExcessProperty: "error" });

const readJson = (file: string): { readonly json: unknown } | { readonly problem: string } => {
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    return { json };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { problem: cause instanceof SyntaxError ? `is not JSON: ${reason}` : `cannot be read: ${reason}` };
  }
};

/**
 * Reads a config file: the one named, else `./tieout.config.json` where it is there, else an empty one.
 *
 * Every fault is found in one go, each with its path in the file. A setting that nobody knows is a fault:
 * it would otherwise be a misspelt one that silently does nothing.
 */
export const readConfigFile = (named: string | undefined): ConfigRead => {
  const file = named ?? DEFAULT_FILE;
  if (named === undefined && !existsSync(file)) return { file, config: {} };
  const read = readJson(file);
  if ("problem" in read) return { file, faults: [{ where: file, problem: read.problem }] };
  const decoded = decode(read.json);
  return Result.isSuccess(decoded)
    ? { file, config: decoded.success }
    : { file, faults: faultsOf(file, decoded.failure.issue) };
};
