import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { ConfigurationWrong } from "../../src/config/faults.ts";
import {
  resolveForLedger,
  resolveForPull,
  resolveForReport,
  resolveSettings,
} from "../../src/config/resolve-settings.ts";
import { keyFile, keyText, signingKey } from "../signatures/keys.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const NOW = "2026-11-20T02:00:00.000Z";
const KEYS = { KOARD_API_KEY: "k" } as const;

const written = (text: string, mode = 0o600): string => {
  const file = join(temporaryDirectory(), "key");
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

const pipe = (): string => {
  const file = join(temporaryDirectory(), "pipe");
  execFileSync("mkfifo", ["-m", "600", file]);
  return file;
};

/** The faults of settings whose variable names this file. */
const faultsOf = (file: string) => {
  const resolved = resolveSettings({}, { ...KEYS, TIEOUT_SIGN_KEY_FILE: file }, NOW);
  const wrong = Effect.runSync(Effect.flip(resolved));
  expect(wrong).toBeInstanceOf(ConfigurationWrong);
  return wrong.faults;
};

/** A private key of the fixtures with its bytes between the two lines changed. */
const changedKey = (change: (bytes: Buffer) => Buffer): string => {
  const [first, ...lines] = keyText("signer").trimEnd().split("\n");
  const last = lines.pop();
  return [first, change(Buffer.from(lines.join(""), "base64")).toString("base64"), last, ""].join("\n");
};

describe("the file of the key that reports are signed with", () => {
  it("gives the key, from the variable or the config file", () => {
    const { publicKey } = signingKey("signer");
    const key = keyFile("signer");
    for (const [flags, environment] of [
      [{}, { TIEOUT_SIGN_KEY_FILE: key }],
      [{ config: written(JSON.stringify({ signKeyFile: key })) }, {}],
    ] as const) {
      const settings = Effect.runSync(resolveSettings(flags, { ...KEYS, ...environment }, NOW));
      expect(settings.signingKey?.publicKey).toEqual(publicKey);
      // What holds the settings may be printed by whoever looks for a fault.
      expect(JSON.stringify(settings)).not.toContain(keyText("signer").slice(200, 240));
    }
    expect(Effect.runSync(resolveSettings({}, KEYS, NOW)).signingKey).toBeNull();
  });

  it.each([
    ["is not there", () => "/no/such/key", /^names \/no\/such\/key, which cannot be read: ENOENT/],
    [
      "is a directory",
      () => temporaryDirectory(),
      /which is no file: a directory, a pipe or a device holds no key$/,
    ],
    ["is a pipe, which nobody waits for", pipe, /which is no file: a directory, a pipe or a device/],
    [
      "others can read",
      () => keyFile("signer", 0o640),
      /which has the mode 0640, .* run: chmod 600 \/\S+signer$/,
    ],
    [
      "others can write",
      () => keyFile("signer", 0o602),
      /which has the mode 0602, so that others can reach the key/,
    ],
    ["is long", () => written("x".repeat(65_537)), /which has 65537 bytes, and no key is that long$/],
    ["is empty", () => written(""), /which holds no OpenSSH private key; make one with/],
    [
      "has a passphrase",
      () => keyFile("with-passphrase"),
      /which holds a key with a passphrase, which nobody types/,
    ],
    [
      "is of another type",
      () => keyFile("rsa"),
      /which holds a key of the type ssh-rsa, not ssh-ed25519; make one/,
    ],
    [
      "is in another format",
      () => keyFile("pkcs8"),
      /which holds a key in another format than OpenSSH's; make one/,
    ],
    [
      "is the public half",
      () => keyFile("signer.pub"),
      /which holds the public half of a key; the private one/,
    ],
    [
      "is cut off",
      () => written(changedKey((bytes) => bytes.subarray(0, 150))),
      /private key that is damaged; make/,
    ],
    [
      "has halves of two keys",
      // The public key of 32 bytes stands in the private part as well, before the seed.
      () => written(changedKey((bytes) => bytes.fill(7, 98 + 8 + 15 + 4, 98 + 8 + 15 + 4 + 32))),
      /private key that is damaged; make/,
    ],
  ])("and one that %s is a fault that says so", (_what, make, said) => {
    const faults = faultsOf(make());
    expect(faults).toHaveLength(1);
    expect(faults[0]?.where).toBe("TIEOUT_SIGN_KEY_FILE");
    expect(faults[0]?.problem).toMatch(said);
    expect(faults[0]?.problem.split("\n")).toHaveLength(1);
  });

  it("is named together with every other fault, and looked for by what publishes alone", () => {
    const environment = { ...KEYS, TIEOUT_SIGN_KEY_FILE: "/no/such/key", TIEOUT_CUTOFF: "25:00" };
    const places = (resolve: typeof resolveSettings) =>
      Effect.runSync(Effect.flip(resolve({}, environment, NOW))).faults.map(({ where }) => where);
    for (const resolve of [resolveSettings, resolveForReport])
      expect(places(resolve)).toEqual(["TIEOUT_CUTOFF", "TIEOUT_SIGN_KEY_FILE"]);
    for (const resolve of [resolveForPull, resolveForLedger])
      expect(places(resolve)).toEqual(["TIEOUT_CUTOFF"]);
  });
});
