import { join } from "node:path";
import { thirdPartyNotices } from "@tieout/notices";
import { defineConfig } from "tsdown";

const START = join(import.meta.dirname, "src/start.ts");

/** Every module that is loaded whenever `src/start.ts` is. */
const loadedAtStart = (importsOf: (id: string) => ReadonlyArray<string>): ReadonlySet<string> => {
  const found = new Set([START]);
  for (const id of found) for (const imported of importsOf(id)) found.add(imported);
  return found;
};

let atStart: ReadonlySet<string> | undefined;

export default defineConfig({
  entry: { bin: "src/bin.ts" },
  format: "esm",
  platform: "node",
  target: "node22.16",
  dts: false,
  // Everything is bundled: starting from some thousand small files would take seconds.
  deps: { alwaysBundle: [/./], onlyBundle: false },
  // Its other build finds its own parts in a way that no bundler sees through.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  outputOptions: {
    codeSplitting: {
      groups: [
        {
          // One file, whatever else needs parts of it: each file that is loaded takes a millisecond or two.
          name: (id, bundle) => {
            atStart ??= loadedAtStart((one) => bundle.getModuleInfo(one)?.importedIds ?? []);
            return atStart.has(id) ? "start" : null;
          },
        },
      ],
    },
  },
  plugins: [thirdPartyNotices()],
  // A smaller file starts sooner; names stay, so that a stack trace still says where something happened.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
