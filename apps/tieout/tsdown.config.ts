import { thirdPartyNotices } from "@tieout/notices";
import { defineConfig } from "tsdown";

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
  plugins: [thirdPartyNotices()],
  // A smaller file starts sooner; names stay, so that a stack trace still says where something happened.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
