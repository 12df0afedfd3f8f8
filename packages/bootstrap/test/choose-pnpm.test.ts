import { describe, expect, it } from "vitest";
import { choosePnpm, isNetworkFailure } from "../src/choose-pnpm.mjs";

const facts = {
  wanted: "12.21.0",
  binary: "/r/node_modules/.bin/pnpm",
  npmCli: undefined,
  node: "/usr/bin/node",
};

describe("choosePnpm", () => {
  it("uses the installed pnpm without npm when it has the right version", () => {
    expect(choosePnpm({ ...facts, installed: "12.21.0" })).toEqual({ command: facts.binary, args: [] });
  });

  it.each([null, "12.20.0", "11.0.0"])("asks npm for the exact version when %s is installed", (installed) => {
    const { command, args } = choosePnpm({ ...facts, installed });

    expect(command).toBe("npm");
    expect(args).toContain("--package=pnpm@12.21.0");
    expect(args.slice(-2)).toEqual(["--", "pnpm"]);
  });

  it("calls the npm that called us, on the same Node", () => {
    const npmCli = "/usr/lib/node_modules/npm/bin/npm-cli.js";
    const { command, args } = choosePnpm({ ...facts, installed: null, npmCli });

    expect([command, args[0], args[1]]).toEqual([facts.node, npmCli, "exec"]);
  });

  it("does not take a pnpm that called us for npm", () => {
    expect(choosePnpm({ ...facts, installed: null, npmCli: "/x/pnpm/pnpm" }).command).toBe("npm");
  });
});

describe("isNetworkFailure", () => {
  it.each([
    "npm error code ECONNREFUSED",
    "npm error network request failed, reason: getaddrinfo EAI_AGAIN registry.example",
    "Error: ERR_PNPM_META_FETCH_FAIL",
    "error sending request for url: client error (Connect)",
  ])("sees it in %j", (output) => {
    expect(isNetworkFailure(output)).toBe(true);
  });

  it.each(["npm error code E404", "ERR_PNPM_IGNORED_BUILDS", "npm error code EACCES"])(
    "does not blame the network for %j",
    (output) => {
      expect(isNetworkFailure(output)).toBe(false);
    },
  );
});
