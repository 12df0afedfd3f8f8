import { thirdPartyNotices } from "@tieout/notices";
import type { UserConfig } from "tsdown";

const config: UserConfig = {
  entry: ["src/index.ts", "src/schema.ts", "src/testing.ts"],
  // Jest, as it is set up by itself, and Node before 20.19 cannot require ES modules.
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "node20",
  // Declarations come from the annotations alone, so no TypeScript version is involved.
  dts: { oxc: {} },
  plugins: [thirdPartyNotices()],
  clean: true,
};

export default config;
