import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const packages = join(import.meta.dirname, "..", "..");

/** A workspace of its own in a temporary folder, with the tiny spec and an empty client package for it. */
export interface TinyWorkspace {
  readonly root: string;
  readonly packageFolder: string;
  readonly generatedFolder: string;
  /** Replaces a text of the spec, which must be there. */
  readonly editSpec: (from: string, to: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Lays out `specs/tiny/openapi.yaml`, `redocly.yaml` and `packages/tiny-client`. */
export const tinyWorkspace = async (): Promise<TinyWorkspace> => {
  const root = await mkdtemp(join(tmpdir(), "tiny-workspace-"));
  const packageFolder = join(root, "packages", "tiny-client");
  const specFile = join(root, "specs", "tiny", "openapi.yaml");
  await mkdir(packageFolder, { recursive: true });
  await cp(join(import.meta.dirname, "tiny", "openapi.yaml"), specFile);
  await writeFile(join(root, "redocly.yaml"), "telemetry: off\nextends:\n  - recommended-strict\n");
  // What a client package depends on, as installed for this package.
  await symlink(join(packages, "openapi-codegen", "node_modules"), join(packageFolder, "node_modules"));
  return {
    root,
    packageFolder,
    generatedFolder: join(packageFolder, "src", "generated"),
    editSpec: async (from, to) => {
      const text = await readFile(specFile, "utf8");
      if (!text.includes(from)) throw new Error(`the tiny spec does not hold ${from}`);
      await writeFile(specFile, text.replace(from, to));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
