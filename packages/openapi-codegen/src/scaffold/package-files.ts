import type { ClientNames } from "./names.ts";

/** A way into the package for both module systems. */
const entryOf = (name: string) => ({
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  types: `./dist/${name}.d.ts`,
  default: `./dist/${name}.js`,
});

/** `package.json` of a new client package: the published shape, with the scripts that turbo calls. */
export const packageJson = ({ name, title }: ClientNames): string =>
  `${JSON.stringify(
    {
      name: `@tieout/${name}`,
      version: "0.0.0",
      description: `Typed client of ${title}, checked against its spec`,
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
      files: ["AGENTS.md", "dist", "src/generated/openapi.json"],
      exports: {
        ".": entryOf("index"),
        "./picks": entryOf("picks"),
        "./testing": entryOf("testing"),
        "./openapi.json": "./src/generated/openapi.json",
        "./package.json": "./package.json",
      },
      publishConfig: { access: "public" },
      scripts: {
        generate: "openapi-codegen",
        build: "tsdown && publint --strict",
        check: "tsc -p .",
        test: "vitest run",
      },
      dependencies: { "@tieout/http": "workspace:*" },
      devDependencies: {
        "@tieout/openapi-codegen": "workspace:*",
        "@tieout/tsconfig": "workspace:*",
        "@types/node": "catalog:",
        ajv: "catalog:",
        "ajv-formats": "catalog:",
        publint: "catalog:",
        tsdown: "catalog:",
        typescript: "catalog:",
        vitest: "catalog:",
      },
    },
    null,
    2,
  )}\n`;

/** `tsconfig.json` of a library. */
export const tsconfigJson = (): string =>
  `${JSON.stringify({ extends: "@tieout/tsconfig/library.json", include: ["src", "test", "*.config.ts"] }, null, 2)}\n`;

/** `tsdown.config.ts`: bundles of all entries for both module systems, and their declarations. */
export const tsdownConfig = (): string => `import type { UserConfig } from "tsdown";

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
  clean: true,
};

export default config;
`;

/** `vitest.config.ts`: the report that the gate reads, beside the usual one. */
export const vitestConfig = (): string => `import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
};

export default config;
`;
