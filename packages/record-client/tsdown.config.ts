import { thirdPartyNotices } from "@tieout/notices";
import type { UserConfig } from "tsdown";

const config: UserConfig = {
  entry: ["src/index.ts", "src/picks.ts", "src/testing.ts"],
  // Jest, as it is set up by itself, and Node before 20.19 cannot require ES modules.
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "node20",
  // Declarations come from the annotations alone, so no TypeScript version is involved.
  dts: { oxc: {} },
  // What the validators call is bundled; anything else that would be is a dependency nobody decided on.
  deps: { onlyBundle: ["ajv", "ajv-formats"] },
  plugins: [thirdPartyNotices()],
  clean: true,
};

export default config;
