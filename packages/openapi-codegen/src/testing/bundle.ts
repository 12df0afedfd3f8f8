import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Plugin, rolldown } from "rolldown";

/** What a user's bundle of a package comes to. */
export interface Bundle {
  /** Minified and compressed. */
  readonly gzippedBytes: number;
  /** Paths of the modules of which something was kept. */
  readonly modules: readonly string[];
}

const ENTRY = "\0entry.ts";
const NO_VALIDATORS = "\0no-validators";

/**
 * Bundles one statement that imports from a package, with everything that it depends on. The package stands in its
 * folder; a name with a path behind it is that entry. `{ withValidators: false }` puts nothing in the place of its generated
 * validators.
 */
export const bundleOf = async (
  packageFolder: string,
  statement: string,
  { withValidators = true }: { readonly withValidators?: boolean } = {},
): Promise<Bundle> => {
  const asUser: Plugin = {
    name: "as-user",
    resolveId: (id, importer) => {
      if (id === ENTRY) return ENTRY;
      if (importer === ENTRY)
        return join(packageFolder, "src", `${/^@[^/]+\/[^/]+\/(.+)$/.exec(id)?.[1] ?? "index"}.ts`);
      return !withValidators && /generated\/(?:\S*\/)?validators\.js$/.test(join(dirname(importer ?? ""), id))
        ? NO_VALIDATORS
        : null;
    },
    load: (id) => {
      if (id === ENTRY) return { code: statement, moduleType: "ts" };
      return id === NO_VALIDATORS ? "export const validators = {};" : null;
    },
  };
  const bundler = await rolldown({
    input: ENTRY,
    cwd: packageFolder,
    platform: "browser",
    // In the place of the validators is nothing at all.
    shimMissingExports: !withValidators,
    logLevel: withValidators ? "info" : "silent",
    plugins: [asUser],
  });
  const { output } = await bundler.generate({ format: "esm", minify: true });
  const [{ code, modules }] = output;
  const kept = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return { gzippedBytes: gzipSync(code, { level: 9 }).length, modules: kept.map(([path]) => path) };
};
