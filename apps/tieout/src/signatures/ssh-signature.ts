import { createHash, sign, verify } from "node:crypto";
import { armour, armoured } from "./armour.ts";
import { SshReader, sshString } from "./SshReader.ts";
import { ED25519, publicKeyOf, type SigningKey } from "./signing-key.ts";

/** What signatures of reports are for; one made for anything else does not count. */
export const NAMESPACE = "tieout-report";

const LABEL = "SSH SIGNATURE";
const MAGIC = "SSHSIG";
const VERSION = 1;
/** What `ssh-keygen` hashes with unless told otherwise, so that it would make the same signature. */
const HASH = "sha512";
const HASHES: ReadonlySet<string> = new Set(["sha256", HASH]);

/** A signature as its file says it, not yet verified. */
export interface SshSignature {
  /** The type of its key, such as `ssh-ed25519`. */
  readonly type: string;
  /** The public key in SSH's own form, as allowed signers have it. */
  readonly publicKey: Buffer;
  readonly namespace: string;
  readonly hash: string;
  readonly signature: Buffer;
}

/** An Ed25519 public key in SSH's own form. */
const wireKey = (publicKey: Buffer): Buffer => Buffer.concat([sshString(ED25519), sshString(publicKey)]);

/** What is signed: not the message but its hash, with what it is for (PROTOCOL.sshsig). */
const signedData = (
  message: string | Buffer,
  { namespace, hash }: Pick<SshSignature, "namespace" | "hash">,
): Buffer =>
  Buffer.concat([
    Buffer.from(MAGIC),
    sshString(namespace),
    sshString(""),
    sshString(hash),
    sshString(createHash(hash).update(message).digest()),
  ]);

/** Signs a text for {@link NAMESPACE}; `ssh-keygen -Y sign` with the same key makes the same file. */
export const sshSignatureOf = ({ privateKey, publicKey }: SigningKey, text: string): string => {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(VERSION);
  const signature = sign(null, signedData(text, { namespace: NAMESPACE, hash: HASH }), privateKey);
  return armour(
    LABEL,
    Buffer.concat([
      Buffer.from(MAGIC),
      version,
      sshString(wireKey(publicKey)),
      sshString(NAMESPACE),
      sshString(""),
      sshString(HASH),
      sshString(Buffer.concat([sshString(ED25519), sshString(signature)])),
    ]),
  );
};

/** Reads the text of a signature; undefined where it is none. */
export const readSshSignature = (text: string): SshSignature | undefined => {
  const bytes = armoured(LABEL, text);
  if (bytes === undefined) return undefined;
  try {
    const reader = new SshReader(bytes);
    if (reader.take(MAGIC.length).toString("latin1") !== MAGIC || reader.uint32() !== VERSION)
      return undefined;
    const [publicKey, namespace] = [reader.string(), reader.text()];
    reader.string();
    const [hash, signature] = [reader.text(), reader.string()];
    const type = new SshReader(publicKey).text();
    return reader.isAtEnd ? { type, publicKey, namespace, hash, signature } : undefined;
  } catch {
    return undefined;
  }
};

/** Whether a signature is one of this message by the key that it names, and that is an Ed25519 key. */
export const isSignatureOf = (found: SshSignature, message: Buffer): boolean => {
  if (found.type !== ED25519 || !HASHES.has(found.hash)) return false;
  try {
    const key = new SshReader(found.publicKey);
    const given = new SshReader(found.signature);
    if (key.text() !== ED25519 || given.text() !== ED25519) return false;
    const [publicKey, signature] = [key.string(), given.string()];
    return (
      key.isAtEnd &&
      given.isAtEnd &&
      verify(null, signedData(message, found), publicKeyOf(publicKey), signature)
    );
  } catch {
    return false;
  }
};

/** A key as `ssh-keygen -l` names it: `SHA256:…`. */
export const fingerprintOf = (publicKey: Buffer): string =>
  `SHA256:${createHash("sha256").update(publicKey).digest("base64").replace(/=+$/, "")}`;
