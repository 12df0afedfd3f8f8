import { thirdPartyNotices } from "@tieout/notices";
import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/cache.ts", "src/testing.ts", "src/values.ts"],
  format: "esm",
  dts: true,
  fixedExtension: false,
  plugins: [thirdPartyNotices()],
  publint: true,
});

export default config;
