import { describe, expect, it } from "vitest";
import { readAllowedSigners, signerOf } from "../../src/signatures/allowed-signers.ts";
import { armour, armoured } from "../../src/signatures/armour.ts";
import { isSignatureOf, readSshSignature, sshSignatureOf } from "../../src/signatures/ssh-signature.ts";
import { keyText, signingKey } from "./keys.ts";

// What these tests prove: signatures are those of `ssh-keygen`, to the byte, and no other one counts.

const MESSAGE = Buffer.from(keyText("message"));

const signature = (name: string) => {
  const found = readSshSignature(keyText(name));
  if (found === undefined) throw new Error(`${name} is no signature`);
  return found;
};

describe("a signature", () => {
  it("is the one that ssh-keygen makes with the same key, whenever it is made", () => {
    const made = sshSignatureOf(signingKey("signer"), keyText("message"));
    expect(made).toBe(keyText("report.sig"));
    expect(sshSignatureOf(signingKey("signer"), keyText("message"))).toBe(made);
    expect(sshSignatureOf(signingKey("stranger"), keyText("message"))).not.toBe(made);
  });

  it.each(["report.sig", "sha256.sig", "file.sig"])("of ssh-keygen is one of its message: %s", (name) => {
    expect(isSignatureOf(signature(name), MESSAGE)).toBe(true);
    expect(isSignatureOf(signature(name), Buffer.from("what is not signed\n"))).toBe(false);
  });

  it("by a key of another type is none that counts", () => {
    expect(signature("rsa.sig").type).toBe("ssh-rsa");
    expect(isSignatureOf(signature("rsa.sig"), MESSAGE)).toBe(false);
  });

  it("does not count with any bit of it changed, and nothing throws", () => {
    const bytes = armoured("SSH SIGNATURE", keyText("report.sig")) ?? Buffer.alloc(0);
    expect(bytes.length).toBeGreaterThan(150);
    const counting = Array.from(bytes).flatMap((_byte, at) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      const found = readSshSignature(armour("SSH SIGNATURE", changed));
      return found !== undefined && isSignatureOf(found, MESSAGE) ? [at] : [];
    });
    expect(counting).toEqual([]);
  });

  it("that is cut off anywhere, or no text of one, is none", () => {
    const bytes = armoured("SSH SIGNATURE", keyText("report.sig")) ?? Buffer.alloc(0);
    for (let length = 0; length < bytes.length; length += 1)
      expect(readSshSignature(armour("SSH SIGNATURE", bytes.subarray(0, length)))).toBeUndefined();
    expect(readSshSignature("")).toBeUndefined();
    expect(readSshSignature(keyText("signer"))).toBeUndefined();
  });
});

const [TYPE = "", BASE64 = ""] = keyText("signer.pub").split(" ");
const KEY = Buffer.from(BASE64, "base64");
const NOW = "2026-11-20T02:00:00.000Z";

/** Who signs by the key of the fixtures, where a file has these lines. */
const signer = (...lines: readonly string[]) => {
  const { signers, problems } = readAllowedSigners(lines.join("\n"));
  expect(problems).toEqual([]);
  return signerOf(signers, KEY, NOW);
};

describe("a file of allowed signers", () => {
  it.each([
    ["a name and a key", `ana@acme.example ${TYPE} ${BASE64} a comment`],
    ["several names", `ana@acme.example,ben@acme.example ${TYPE} ${BASE64}`],
    ["comments and empty lines", `# who signs\n\n  ana@acme.example ${TYPE} ${BASE64}\r\n`],
    ["its namespace among others", `ana@acme.example namespaces="file,tieout-*" ${TYPE} ${BASE64}`],
    [
      "times around now",
      `ana@acme.example valid-after="20261119Z",valid-before="202611200200Z" ${TYPE} ${BASE64}`,
    ],
    [
      "a second line that holds",
      `ana namespaces="file" ${TYPE} ${BASE64}\nana@acme.example ${TYPE} ${BASE64}`,
    ],
  ])("vouches with %s", (_what, lines) => {
    expect(signer(lines)).toMatchObject({ principals: expect.stringContaining("ana@acme.example") });
  });

  it.each([
    ["another key", `ana ${keyText("stranger.pub")}`, "is not named"],
    ["an authority", `ana cert-authority ${TYPE} ${BASE64}`, "is not named"],
    [
      "another namespace",
      `ana namespaces="file,git" ${TYPE} ${BASE64}`,
      "is ana's, and not for tieout-report",
    ],
    [
      "a namespace taken away",
      `ana namespaces="*,!tieout-*" ${TYPE} ${BASE64}`,
      "is ana's, and not for tieout-report",
    ],
    [
      "a time that is over",
      `ana valid-before="20261119Z" ${TYPE} ${BASE64}`,
      `is ana's, and not valid at ${NOW}`,
    ],
    ["a time to come", `ana valid-after="20261121Z" ${TYPE} ${BASE64}`, `is ana's, and not valid at ${NOW}`],
  ])("does not vouch with %s", (_what, lines, problem) => {
    expect(signer(lines)).toEqual({ problem });
  });

  it.each([
    ["ana", "line 1 does not name a signer and a key"],
    [`ana ${TYPE}`, "line 1 does not name a signer and a key"],
    [`${TYPE} ${BASE64}`, "line 1 does not name a signer and a key"],
    [`\nana no-pty ${TYPE} ${BASE64}`, "line 2 has options that nobody knows: no-pty"],
    [
      `ana valid-after="20261121" ${TYPE} ${BASE64}`,
      "line 1 has a valid-after that is no time in UTC such as 20261231Z",
    ],
    [
      `ana valid-before="20261321Z" ${TYPE} ${BASE64}`,
      "line 1 has a valid-before that is no time in UTC such as 20261231Z",
    ],
  ])("that cannot be meant so is named by its line: %s", (text, problem) => {
    expect(readAllowedSigners(text).problems).toEqual([problem]);
  });
});
