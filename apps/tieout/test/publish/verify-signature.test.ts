import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifySignature } from "../../src/publish/verify/verify-signature.ts";
import { readAllowedSigners } from "../../src/signatures/allowed-signers.ts";
import { keyText } from "../signatures/keys.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

/** What a file that names the owner of this key demands. */
const demanding = (name: string) => ({
  file: "signers",
  signers: readAllowedSigners(`ana@acme.example ${keyText(`${name}.pub`)}`).signers,
  at: "2026-11-20T02:00:00.000Z",
});

/** A directory whose sums are the message of the fixtures, and whose signature is this text. */
const signedBy = (signature: string | undefined): string => {
  const dir = temporaryDirectory();
  writeFileSync(join(dir, "SHA256SUMS"), keyText("message"));
  if (signature !== undefined) writeFileSync(join(dir, "SHA256SUMS.sig"), signature);
  return dir;
};

const NONE = { problems: [], isSigned: false, signedBy: null };

const wrong = (problem: unknown) => ({
  problems: [{ file: "SHA256SUMS.sig", problem }],
  isSigned: false,
  signedBy: null,
});

describe("a report that has to be signed", () => {
  it("is, by somebody who is named", async () => {
    for (const signature of ["report.sig", "sha256.sig"])
      expect(await verifySignature(signedBy(keyText(signature)), demanding("signer"))).toEqual({
        problems: [],
        isSigned: true,
        signedBy: "ana@acme.example",
      });
  });

  it.each([
    ["without a signature", undefined, "is missing"],
    ["with one for anything else", keyText("file.sig"), "is for file, and not for tieout-report"],
    [
      "with one by a key of another type",
      keyText("rsa.sig"),
      "is by a key of the type ssh-rsa, and not ssh-ed25519",
    ],
    ["with something else in its place", "x".repeat(65_537), "is no SSH signature"],
    ["with half of one", keyText("report.sig").slice(0, 200), "is no SSH signature"],
  ])("is not, %s", async (_what, signature, problem) => {
    expect(await verifySignature(signedBy(signature), demanding("signer"))).toEqual(wrong(problem));
  });

  it("is not, by somebody who is not named", async () => {
    expect(await verifySignature(signedBy(keyText("report.sig")), demanding("stranger"))).toEqual(
      wrong(expect.stringMatching(/^is by the key SHA256:[\w+/]{43}, which is not named in signers$/)),
    );
  });
});

describe("a signature that nobody demanded", () => {
  it("may be missing, and one that is there is looked at all the same", async () => {
    expect(await verifySignature(signedBy(undefined), null)).toEqual(NONE);
    const signed = signedBy(keyText("report.sig"));
    expect(await verifySignature(signed, null)).toEqual({ ...NONE, isSigned: true });
    writeFileSync(join(signed, "SHA256SUMS"), "other sums\n");
    expect(await verifySignature(signed, null)).toEqual(wrong("is no signature of SHA256SUMS as it stands"));
  });

  it("is a problem where it cannot be read, and nothing throws", async () => {
    const dir = signedBy(undefined);
    // Root reads whatever the mode: a directory in its place stands for a file that cannot be read.
    mkdirSync(join(dir, "SHA256SUMS.sig"));
    chmodSync(join(dir, "SHA256SUMS.sig"), 0o000);
    expect(await verifySignature(dir, null)).toEqual(wrong(expect.stringMatching(/^cannot be read: E/)));
  });
});
