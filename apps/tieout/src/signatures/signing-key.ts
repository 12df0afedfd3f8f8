import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { armoured } from "./armour.ts";
import { SshReader } from "./SshReader.ts";

/** The only kind of key that reports are signed with: its signatures are the same whenever they are made. */
export const ED25519 = "ssh-ed25519";

const PUBLIC_BYTES = 32;

/** A key that signs reports. What is secret of it is in an object that nothing prints. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** A key, or why there is none, to be read after the file's name: "holds …". */
export type ReadKey = { readonly key: SigningKey } | { readonly problem: string };

const MAGIC = "openssh-key-v1\0";

const MAKE_ONE = "make one with `ssh-keygen -t ed25519 -N '' -f FILE`";

const notOpenSsh = (text: string): string => {
  if (/^(?:ssh|ecdsa|sk)-\S+ /.test(text)) return "holds the public half of a key; the private one is needed";
  return /^-----BEGIN .*PRIVATE KEY-----/.test(text)
    ? `holds a key in another format than OpenSSH's; ${MAKE_ONE}`
    : `holds no OpenSSH private key; ${MAKE_ONE}`;
};

/** An Ed25519 public key as Node takes it. */
export const publicKeyOf = (publicKey: Buffer): KeyObject =>
  createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") },
    format: "jwk",
  });

/** The key in the private part of the file, which is not encrypted. */
const privatePart = (bytes: Buffer): SigningKey => {
  const reader = new SshReader(bytes);
  // Two equal numbers: with a wrong passphrase they would differ.
  const check = reader.uint32();
  if (reader.uint32() !== check) throw new RangeError("the check numbers differ");
  reader.text();
  const [publicKey, pair] = [reader.string(), reader.string()];
  const key = { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") };
  const privateKey = createPrivateKey({
    key: { ...key, d: pair.subarray(0, PUBLIC_BYTES).toString("base64url") },
    format: "jwk",
  });
  // Signatures by a private key with another public half would verify nowhere.
  if (createPublicKey(privateKey).export({ format: "jwk" }).x !== key.x)
    throw new RangeError("its halves do not belong together");
  return { privateKey, publicKey };
};

/** Reads the text of a private key file in OpenSSH's format (PROTOCOL.key), which has to hold one Ed25519 key without a passphrase. */
export const readSigningKey = (text: string): ReadKey => {
  const bytes = armoured("OPENSSH PRIVATE KEY", text);
  if (bytes === undefined) return { problem: notOpenSsh(text) };
  try {
    const reader = new SshReader(bytes);
    if (reader.take(MAGIC.length).toString("latin1") !== MAGIC) throw new RangeError("another magic");
    const cipher = reader.text();
    // How the passphrase makes a key, and with what.
    reader.string();
    reader.string();
    if (reader.uint32() !== 1) return { problem: `holds several keys; ${MAKE_ONE}` };
    const type = new SshReader(reader.string()).text();
    if (type !== ED25519) return { problem: `holds a key of the type ${type}, not ${ED25519}; ${MAKE_ONE}` };
    if (cipher !== "none")
      return { problem: `holds a key with a passphrase, which nobody types at night; ${MAKE_ONE}` };
    return { key: privatePart(reader.string()) };
  } catch {
    return { problem: `holds an OpenSSH private key that is damaged; ${MAKE_ONE}` };
  }
};
