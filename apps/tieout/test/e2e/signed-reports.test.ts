import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { keyText } from "../signatures/keys.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { fingerprint, json, namesIn } from "./published.ts";

// What these tests prove: with a key each report is signed, the same whenever it is made again, and `verify` with a
// file of signers takes no report that is not.

const home = lastingDirectory();
const SIGNATURE = "SHA256SUMS.sig";
const [FIRST, SECOND] = ["2026-11-18T02:00:00Z", "2026-11-19T02:00:00Z"] as const;
const [EARLIER, NEWEST] = ["default/2026-11-17/r1", "default/2026-11-18/r1"] as const;

const report = (out: string, asOf: string, key = "signer") =>
  tieout(["report", "--as-of", asOf, "--ledger", "sqlite:tieout-demo/tieout.db", "--out", out], {
    cwd: home,
    env: { TIEOUT_SIGN_KEY_FILE: key },
  });

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  writeFileSync(join(home, "signer"), keyText("signer"), { mode: 0o600 });
  writeFileSync(join(home, "passphrase"), keyText("with-passphrase"), { mode: 0o600 });
  writeFileSync(join(home, "signers"), `ana@acme.example ${keyText("signer.pub")}`);
  writeFileSync(join(home, "strangers"), `ben@acme.example ${keyText("stranger.pub")}`);
  for (const asOf of [FIRST, SECOND])
    expect(await report("signed", asOf)).toMatchObject({ code: 0, stderr: "" });
});

const verify = (dir: string, signers: string, ...more: readonly string[]) =>
  tieout(["verify", dir, "--allowed-signers", signers, ...more], { cwd: home });

describe("reports that are published with a key", () => {
  it("all verify, and say by whom they are signed", async () => {
    const { code, stdout, stderr } = await verify("signed", "signers");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^(?:signed\/default\/\S+ verifies: \d+ files, \d+ rows, signed by ana@acme\.example\n){2}The newest report of default is \S+, and its manifest\.json has the SHA-256 [0-9a-f]{64}\n$/,
    );
    const asData = JSON.parse((await verify(join("signed", NEWEST), "signers", "--json")).stdout);
    expect(asData.reports[0]).toMatchObject({ verified: true, signed: true, signed_by: "ana@acme.example" });
    const unasked = await tieout(["verify", join("signed", NEWEST)], { cwd: home });
    expect(unasked.stdout).toMatch(/rows, signed \(--allowed-signers FILE says by whom\)\n$/);
  });

  it("have the same signature when they are made again, which nothing else of them names", async () => {
    expect((await report("rebuilt", SECOND)).code).toBe(0);
    const [first, rebuilt] = ["signed", "rebuilt"].map((out) => fingerprint(join(home, out, NEWEST)));
    expect(rebuilt).toEqual(first);
    expect(Object.keys(first ?? {})).toContain(SIGNATURE);
    // But for the signature it is the report that was published without a key.
    const { [SIGNATURE]: _signature, ...rest } = first ?? {};
    expect(fingerprint(join(home, "tieout-demo/out", NEWEST))).toEqual(rest);
    expect(JSON.stringify(json(join(home, "signed", NEWEST), "manifest.json"))).not.toContain(".sig");
    expect(readFileSync(join(home, "signed", NEWEST, "SHA256SUMS"), "utf8")).not.toContain(".sig");
  });

  it("leave one that was published before without a signature as it is, and say so", async () => {
    const out = "tieout-demo/out";
    const place = join(out, NEWEST);
    const { code, stderr } = await report(out, SECOND);
    expect([code, stderr]).toEqual([
      0,
      `Warning: ${place} was published without a signature and stays as it is; to sign it, verify it and run: ssh-keygen -Y sign -n tieout-report -f KEY ${place}/SHA256SUMS\n`,
    ]);
    expect(namesIn(join(home, place))).not.toContain(SIGNATURE);
  });

  it("are not made with a key that cannot be used: exit 78, before anything is written", async () => {
    const { code, stdout, stderr } = await report("never", FIRST, "passphrase");
    expect([code, stdout]).toEqual([78, ""]);
    expect(stderr).toMatch(
      /^TIEOUT_SIGN_KEY_FILE names passphrase, which holds a key with a passphrase[^\n]+\n$/,
    );
    expect(namesIn(home)).not.toContain("never");
  });
});

describe("with a file of signers verify refuses", () => {
  it("a report without a signature, and one that was signed for another place", async () => {
    const out = join(temporaryDirectory(), "out");
    cpSync(join(home, "signed"), out, { recursive: true, verbatimSymlinks: true });
    rmSync(join(out, NEWEST), { recursive: true });
    renameSync(join(out, EARLIER), join(out, NEWEST));
    cpSync(join(home, "tieout-demo/out", EARLIER), join(out, EARLIER), { recursive: true });
    const { code, stdout, stderr } = await verify(out, "signers");
    expect([code, stdout]).toEqual([65, ""]);
    expect(stderr.split("\n")).toEqual([
      `${join(out, EARLIER, SIGNATURE)} is missing`,
      `${join(out, NEWEST)}/manifest.json says that the report is 2026-11-17/r1, and it stands in 2026-11-18/r1`,
      "2 of 2 reports do not verify",
      "",
    ]);
  });

  it("what somebody else signed", async () => {
    const { code, stdout, stderr } = await verify("signed", "strangers");
    expect([code, stdout]).toEqual([65, ""]);
    expect(stderr).toMatch(/SHA256SUMS\.sig is by the key SHA256:\S+, which is not named in strangers\n/);
    expect(stderr).toContain("2 of 2 reports do not verify\n");
  });

  it("a file that names nobody, is not there, or cannot be meant so: exit 64", async () => {
    writeFileSync(join(home, "nobody"), "# nobody\n");
    writeFileSync(join(home, "wrong"), "ana\n\nben x y\n");
    for (const [name, ...said] of [
      ["nobody", "nobody is named in it"],
      ["wrong", "line 1 does not name a signer and a key", "line 3 does not name a signer and a key"],
      ["no-such-file", "ENOENT"],
    ] as const) {
      const { code, stderr } = await verify("signed", name);
      expect(code).toBe(64);
      for (const one of said) expect(stderr).toContain(`--allowed-signers is ${name}: ${one}`);
    }
  });
});
