import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SpecRefused } from "./json.ts";

/** Where a client package and its spec lie. Paths are absolute. */
export interface ClientPaths {
  /** The folder name under `specs/`, such as `koard`. */
  readonly name: string;
  /** The workspace root: the folder that holds `specs/`. */
  readonly root: string;
  /** `openapi.yaml`, or `openapi.json`. */
  readonly specFile: string;
  /** `overlay.yaml` beside it: then somebody else wrote the spec. */
  readonly overlayFile: string | undefined;
  readonly packageFolder: string;
  readonly generatedFolder: string;
}

const CLIENT_FOLDER = /^([a-z][a-z0-9-]*)-client$/;

const SPEC_NAMES = ["openapi.yaml", "openapi.json"] as const;

/** Names that somebody may give to what is looked for under another: nothing would be read, and nothing said. */
const OTHER_NAMES = {
  "openapi.yml": "openapi.yaml",
  "swagger.yaml": "openapi.yaml",
  "swagger.json": "openapi.json",
  "overlay.yml": "overlay.yaml",
  "overlay.json": "overlay.yaml, in which JSON may stand",
} as const;

/** The spec in a folder of `specs/`, or undefined where there is none. Refuses two, and files under names that nobody reads. */
export const specIn = (folder: string): string | undefined => {
  const odd = Object.entries(OTHER_NAMES).find(([name]) => existsSync(join(folder, name)));
  if (odd !== undefined)
    throw new SpecRefused(`specs/${basename(folder)}/${odd[0]}: it has to be called ${odd[1]}`);
  const found = SPEC_NAMES.map((name) => join(folder, name)).filter((file) => existsSync(file));
  if (found.length > 1) {
    throw new SpecRefused(`specs/${basename(folder)}: has ${SPEC_NAMES.join(" and ")}: leave one of them`);
  }
  return found[0];
};

/** Finds the spec of a client package: `<root>/specs/<name>/openapi.yaml` or `.json` for the folder `<name>-client`. */
export const clientPaths = (packageFolder: string): ClientPaths => {
  const name = CLIENT_FOLDER.exec(basename(packageFolder))?.[1];
  if (name === undefined)
    throw new SpecRefused(`${basename(packageFolder)}: run inside a folder named <name>-client`);
  let root = dirname(packageFolder);
  let specFile = specIn(join(root, "specs", name));
  while (specFile === undefined) {
    if (dirname(root) === root)
      throw new SpecRefused(`specs/${name}/openapi.yaml: not found above ${name}-client`);
    root = dirname(root);
    specFile = specIn(join(root, "specs", name));
  }
  const overlayFile = join(dirname(specFile), "overlay.yaml");
  return {
    name,
    root,
    specFile,
    overlayFile: existsSync(overlayFile) ? overlayFile : undefined,
    packageFolder,
    generatedFolder: join(packageFolder, "src", "generated"),
  };
};
