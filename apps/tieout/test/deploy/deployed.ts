import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

/** Where the files lie that ship with the package. */
export const DEPLOY = fileURLToPath(new URL("../../deploy/", import.meta.url));

/** A file of it, by its path there. */
export const deployed = (path: string): string => readFileSync(join(DEPLOY, path), "utf8");

/** Every file of it, by its path there, sorted. */
export const deployedFiles = (): ReadonlyArray<string> =>
  readdirSync(DEPLOY, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(DEPLOY.length))
    .sort();

/** What the documents of a YAML file say. */
export const documentsOf = (path: string): ReadonlyArray<unknown> =>
  parseAllDocuments(deployed(path)).map((document) => document.toJS());

/** A value inside another, by its path; throws where there is none. */
export const within = (value: unknown, path: ReadonlyArray<string | number>): unknown =>
  path.reduce((object, step) => {
    const found = Object.entries(Object(object)).find(([name]) => name === String(step));
    if (found === undefined) throw new Error(`there is no ${step} of ${path.join(".")}`);
    return found[1];
  }, value);

/** All values of a key of a unit, in order: `ExecStart`. */
export const unitValues = (path: string, key: string): ReadonlyArray<string> =>
  [...deployed(path).matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);

/** The line of the crontab: when, as whom, and what. */
export const cronLine = (): { readonly when: string; readonly user: string; readonly command: string } => {
  const line = /^((?:\S+ ){4}\S+) +(\S+) +(.+)$/m.exec(deployed("cron/tieout").replaceAll(/^#.*$/gm, ""));
  const [, when = "", user = "", command = ""] = line ?? [];
  return { when, user, command };
};
