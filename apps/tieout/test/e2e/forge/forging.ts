import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSigningKey } from "../../../src/signatures/signing-key.ts";
import { sshSignatureOf } from "../../../src/signatures/ssh-signature.ts";

/** Changes a text file; throws where that changes nothing. */
export const edit = (file: string, change: (text: string) => string): void => {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${file} was not changed`);
  writeFileSync(file, changed);
};

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Edits a file and everything in its directory that vouches for it, as somebody would who knows how reports are made. */
export const forge = (report: string, name: string, change: (text: string) => string): void => {
  const file = join(report, name);
  const before = sha256(file);
  edit(file, change);
  const [after, bytes] = [sha256(file), readFileSync(file).length];
  if (name !== "manifest.json")
    forge(report, "manifest.json", (text) =>
      text
        .replace(before, after)
        .replace(
          new RegExp(`("name": "${name}",\\s+"bytes": )\\d+`),
          (_all, member: string) => `${member}${bytes}`,
        ),
    );
  edit(join(report, "SHA256SUMS"), (text) => text.replace(before, after));
};

/** Makes each report follow the one before it as that stands now; `reports` are in the order of their days. */
export const chainAnew = (reports: readonly string[]): void => {
  for (const [at, report] of reports.entries()) {
    const before = reports[at - 1];
    if (before === undefined) continue;
    const hash = sha256(join(before, "manifest.json"));
    forge(report, "manifest.json", (text) => text.replace(/("manifest_sha256": ")[0-9a-f]+/, `$1${hash}`));
  }
};

const KEYS = new URL("../../fixtures/keys/", import.meta.url);

/** The public half of a key of the fixtures, as a file of allowed signers has it. */
export const publicHalf = (name: string): string => readFileSync(new URL(`${name}.pub`, KEYS), "utf8");

/** Signs a report as it stands with a key of the fixtures. */
export const sign = (report: string, name: string): void => {
  const read = readSigningKey(readFileSync(new URL(name, KEYS), "utf8"));
  if ("problem" in read) throw new Error(`${name} ${read.problem}`);
  const sums = readFileSync(join(report, "SHA256SUMS"), "utf8");
  writeFileSync(join(report, "SHA256SUMS.sig"), sshSignatureOf(read.key, sums));
};
