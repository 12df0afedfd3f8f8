import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dryRun } from "../src/dry-run.ts";
import { tinyRepository } from "./repository.ts";

const CODE = "packages/tiny-client/dist/index.js";

describe("dryRun", () => {
  it("packs what has no tag yet under the version of its changesets, and leaves the work tree as it was", async () => {
    const tiny = tinyRepository();
    tiny.write(CODE, "export const read = () => undefined;\n");
    const said = await dryRun(tiny.root);
    expect(said).toMatch(
      /^@tiny\/client 1\.0\.0: \d\.\d kB, 4 files\n {2}LICENSE\n {2}dist\/index\.d\.ts\n {2}dist\/index\.js\n {2}package\.json\n[\s\S]*\nNothing left this machine\./,
    );
    expect(existsSync(join(tiny.root, "release/tiny-client-1.0.0.tgz"))).toBe(true);
    expect(said).toContain(
      "@tiny/client: what it is made of stands in release/tiny-client-1.0.0.cdx.json.\n",
    );
    const bill = JSON.parse(readFileSync(join(tiny.root, "release/tiny-client-1.0.0.cdx.json"), "utf8"));
    expect(bill.metadata.component.purl).toBe("pkg:npm/%40tiny/client@1.0.0");
    // Nothing is installed, so there is nothing that a registry could have signed.
    expect(said).toContain("No signature of an installed package was checked");
    expect(tiny.git("status", "--porcelain")).toBe("");

    // The changesets have become versions and the release was made: neither is packed again.
    tiny.sh("node_modules/.bin/changeset version");
    tiny.commit("release");
    tiny.git("tag", "@tiny/client@1.0.0");
    expect(await dryRun(tiny.root)).toMatch(/^Nothing to publish: /);
    expect(existsSync(join(tiny.root, "release/tiny-client-1.0.0.tgz"))).toBe(false);
  });

  it("refuses a package that is not built", async () => {
    await expect(dryRun(tinyRepository().root)).rejects.toThrow(
      "packages/tiny-client names ./dist/index.js, which its tarball lacks. To fix this, run: pnpm build",
    );
  });
});
