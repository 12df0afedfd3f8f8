import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tieout } from "../e2e/bundle.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { afterThreeNights, NIGHTS } from "../e2e/three-nights.ts";

// What these tests prove: a stock `ssh-keygen` takes what tieout signs, tieout takes what `ssh-keygen` signs, and
// neither takes what was changed.

const home = lastingDirectory();
const { day, asOf } = NIGHTS[2];
const REPORT = join(home, "out", "acme", day, "r1");

const sshKeygen = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync("ssh-keygen", args, { cwd: home, input, encoding: "utf8" });
  return { status, said: stdout + stderr };
};

/** What `ssh-keygen` says of the signature in a directory. */
const verified = (directory: string, namespace = "tieout-report", identity = "ana@acme.example") =>
  sshKeygen(
    [
      ...["-Y", "verify", "-f", "signers", "-I", identity, "-n", namespace],
      ...["-s", join(directory, "SHA256SUMS.sig")],
    ],
    readFileSync(join(directory, "SHA256SUMS"), "utf8"),
  );

beforeAll(async () => {
  afterThreeNights(home);
  rmSync(join(home, "out"), { recursive: true });
  for (const name of ["key", "other"])
    expect(sshKeygen(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name]).status).toBe(0);
  writeFileSync(join(home, "signers"), `ana@acme.example ${readFileSync(join(home, "key.pub"), "utf8")}`);
  const env = { TIEOUT_SIGN_KEY_FILE: "key" };
  expect((await tieout(["report", "--as-of", asOf], { cwd: home, env })).code).toBe(0);
});

describe("a stock ssh-keygen", () => {
  it("verifies a report that was signed with a key of its own", () => {
    expect(verified(REPORT)).toMatchObject({
      status: 0,
      said: expect.stringContaining(
        'Good "tieout-report" signature for ana@acme.example with ED25519 key SHA256:',
      ),
    });
  });

  it("refuses it for another purpose, by somebody else, and where a hash was changed", () => {
    expect(verified(REPORT, "file").status).not.toBe(0);
    expect(verified(REPORT, "tieout-report", "ben@acme.example").status).not.toBe(0);
    const changed = join(home, "changed");
    cpSync(REPORT, changed, { recursive: true });
    appendFileSync(join(changed, "SHA256SUMS"), "\n");
    expect(verified(changed).status).not.toBe(0);
  });

  it("signs a report that has no signature as tieout would have, and tieout takes that of another key from it", async () => {
    const again = join(home, "again");
    cpSync(REPORT, again, { recursive: true });
    const signature = join(again, "SHA256SUMS.sig");
    const made = readFileSync(signature, "utf8");
    for (const [key, isSame] of [
      ["key", true],
      ["other", false],
    ] as const) {
      rmSync(signature);
      const args = ["-q", "-Y", "sign", "-n", "tieout-report", "-f", key, join(again, "SHA256SUMS")];
      expect(sshKeygen(args).status).toBe(0);
      expect(readFileSync(signature, "utf8") === made).toBe(isSame);
      writeFileSync(join(home, "both"), `x@y ${readFileSync(join(home, `${key}.pub`), "utf8")}`);
      const held = await tieout(["verify", "again", "--allowed-signers", "both"], { cwd: home });
      expect([held.code, held.stderr]).toEqual([0, ""]);
      expect(held.stdout).toContain("signed by x@y");
    }
  });
});
