import type { UserConfig } from "tsdown";

const config: UserConfig = {
  entry: ["src/index.ts", "src/testing.ts"],
  format: "esm",
  platform: "neutral",
  target: "node20",
  // Declarations come from the annotations alone, so no TypeScript version is involved.
  dts: { oxc: {} },
  clean: true,
};

export default config;
