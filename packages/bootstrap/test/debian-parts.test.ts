import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DEBIAN_PARTS, isAtHand, notRun } from "../src/debian-parts.mjs";
import { repositoryRoot } from "../src/workspace.mjs";

const folder = mkdtempSync(join(tmpdir(), "tieout-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("isAtHand", () => {
  it("finds a program that can be run, in any folder of the PATH", () => {
    writeFileSync(join(folder, "opener"), "#!/bin/sh\n");
    chmodSync(join(folder, "opener"), 0o755);
    expect(isAtHand("opener", `/nowhere:${folder}`)).toBe(true);
    expect(isAtHand("opener", "/nowhere")).toBe(false);
  });

  it("does not take a file for a program that cannot be run", () => {
    writeFileSync(join(folder, "notes"), "");
    chmodSync(join(folder, "notes"), 0o644);
    expect(isAtHand("notes", folder)).toBe(false);
  });
});

describe("a part that is not run", () => {
  it.each(DEBIAN_PARTS)("is named with the package that it needs: $task", (part) => {
    expect(notRun(part)).toContain(`apt-get install --no-install-recommends ${part.debian}`);
  });

  it.each(DEBIAN_PARTS)("has its package installed by .ci/run: $debian", ({ debian, program }) => {
    const script = readFileSync(join(repositoryRoot(), ".ci", "install-debian-packages"), "utf8");
    expect(script).toContain(`need ${program} ${debian}\n`);
  });
});
