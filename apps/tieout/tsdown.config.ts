import { join } from "node:path";
import { thirdPartyNotices } from "@tieout/notices";
import { rolldown } from "rolldown";
import { defineConfig } from "tsdown";

const sourceOf = (file: string): string => join(import.meta.dirname, "src", file);

// Its other build finds its own parts in a way that no bundler sees through.
const ALIAS = { "jsonc-parser": "jsonc-parser/lib/esm/main.js" };

/**
 * The modules of which something is loaded whenever a file of the sources is: what a bundle of that file alone has, without
 * what it loads later.
 */
const loadedWith = async (file: string): Promise<ReadonlySet<string>> => {
  const bundle = await rolldown({
    input: sourceOf(file),
    platform: "node",
    resolve: { alias: ALIAS },
    plugins: [{ name: "later", resolveDynamicImport: (id) => ({ id: String(id), external: true }) }],
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return new Set(
    output
      .flatMap((one) => (one.type === "chunk" ? Object.entries(one.modules) : []))
      .flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
  );
};

/** What every call of tieout loads first, then what every command does: one file each, as each that is loaded takes a millisecond or two. */
const FILES = [
  { name: "start", modules: await loadedWith("start.ts") },
  { name: "handlers", modules: await loadedWith("cli/handlers.ts") },
] as const;

export default defineConfig({
  entry: { bin: "src/bin.ts" },
  format: "esm",
  platform: "node",
  target: "node22.16",
  dts: false,
  // Everything is bundled: starting from some thousand small files would take seconds.
  deps: { alwaysBundle: [/./], onlyBundle: false },
  alias: ALIAS,
  outputOptions: {
    codeSplitting: {
      groups: FILES.map(({ name, modules }, at) => ({
        name: (id) => (modules.has(id) ? name : null),
        priority: FILES.length - at,
      })),
    },
  },
  plugins: [thirdPartyNotices()],
  // A smaller file starts sooner; names stay, so that a stack trace still says where something happened.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
