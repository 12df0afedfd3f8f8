import { describe, expect, it } from "vitest";
import { chooseNode, majorOf, nodeMissing } from "../src/choose-node.mjs";

describe("chooseNode", () => {
  it("takes the registry's Node over any of the machine, also a newer one", () => {
    for (const own of ["v20.20.2", "v22.14.0", "v24.1.0", "v26.0.0"]) {
      expect(chooseNode({ installed: "v24.21.0", own })).toBe("installed");
    }
  });

  it("takes the machine's Node where the registry's is absent or does not run, if it is new enough", () => {
    expect(chooseNode({ installed: null, own: "v24.0.0" })).toBe("own");
    expect(chooseNode({ installed: null, own: "v26.3.1" })).toBe("own");
    expect(chooseNode({ installed: null, own: "v23.11.1" })).toBe("none");
  });

  it("does not take what has become too old in its place", () => {
    expect(chooseNode({ installed: "v20.0.0", own: "v24.0.0" })).toBe("own");
    expect(chooseNode({ installed: "v20.0.0", own: "v20.0.0" })).toBe("none");
  });
});

describe("nodeMissing", () => {
  it("is one sentence that names the system, what to install and what was found", () => {
    const absent = nodeMissing({ system: "darwin-arm64", own: "v20.1.0", isBroken: false });
    const broken = nodeMissing({ system: "linux-x64", own: "v20.1.0", isBroken: true });

    expect(absent).toMatch(/^[^\n]*darwin-arm64[^\n]*Node 24 or newer[^\n]*v20\.1\.0[^\n]*$/);
    expect(broken).toMatch(/^[^\n]*linux-x64[^\n]*musl[^\n]*Node 24 or newer[^\n]*v20\.1\.0[^\n]*$/);
  });
});

describe("majorOf", () => {
  it("reads versions with and without v, and nothing else", () => {
    expect([majorOf("v24.21.0"), majorOf("9.1.0"), majorOf("latest")]).toEqual([24, 9, Number.NaN]);
  });
});
