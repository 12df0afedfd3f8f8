import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type AllowedSigner, signerOf } from "../../signatures/allowed-signers.ts";
import { ED25519 } from "../../signatures/signing-key.ts";
import { fingerprintOf, isSignatureOf, NAMESPACE, readSshSignature } from "../../signatures/ssh-signature.ts";
import { SIGNATURE, SUMS } from "../signature.ts";
import { type Problem, reasonOf } from "./problem.ts";

/** A signature takes 300 bytes; a file that is much longer is not read. */
const SIGNATURE_BYTES_MAX = 65_536;

/** Whose signatures are demanded. */
export interface DemandedSigners {
  /** The file that names them. */
  readonly file: string;
  readonly signers: ReadonlyArray<AllowedSigner>;
  /** The instant at which their keys have to be valid: there is none in a signature that anybody could trust. */
  readonly at: string;
}

/** What looking at the signature of a report came to. */
export interface SignatureCheck {
  readonly problems: ReadonlyArray<Problem>;
  /** As the file of signers writes them; null where nobody's signature was demanded, or none that counts is there. */
  readonly signedBy: string | null;
  /** Whether there is a signature, and a whole one. */
  readonly isSigned: boolean;
}

const NOTHING: SignatureCheck = { problems: [], signedBy: null, isSigned: false };

const wrong = (problem: string): SignatureCheck => ({
  problems: [{ file: SIGNATURE, problem }],
  signedBy: null,
  isSigned: false,
});

/** A short file as a text; undefined where there is none, null where it is too long for a signature. */
const shortText = async (file: string): Promise<string | null | undefined> => {
  try {
    return (await stat(file)).size > SIGNATURE_BYTES_MAX ? null : await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
};

const check = async (dir: string, demanded: DemandedSigners | null): Promise<SignatureCheck> => {
  const text = await shortText(join(dir, SIGNATURE));
  if (text === undefined) return demanded === null ? NOTHING : wrong("is missing");
  const found = text === null ? undefined : readSshSignature(text);
  if (found === undefined) return wrong("is no SSH signature");
  if (found.type !== ED25519) return wrong(`is by a key of the type ${found.type}, and not ${ED25519}`);
  if (found.namespace !== NAMESPACE) return wrong(`is for ${found.namespace}, and not for ${NAMESPACE}`);
  // That they are missing is said where they are read.
  if (!existsSync(join(dir, SUMS))) return NOTHING;
  if (!isSignatureOf(found, await readFile(join(dir, SUMS))))
    return wrong(`is no signature of ${SUMS} as it stands`);
  if (demanded === null) return { ...NOTHING, isSigned: true };
  const signer = signerOf(demanded.signers, found.publicKey, demanded.at);
  return "principals" in signer
    ? { problems: [], signedBy: signer.principals, isSigned: true }
    : wrong(`is by the key ${fingerprintOf(found.publicKey)}, which ${signer.problem} in ${demanded.file}`);
};

/**
 * Looks at the signature of a report's sums. One that is there has to be whole, also where nobody's is demanded; where
 * somebody's is, one has to be there, by a key that the file of signers allows for reports.
 */
export const verifySignature = async (
  dir: string,
  demanded: DemandedSigners | null,
): Promise<SignatureCheck> => {
  try {
    return await check(dir, demanded);
  } catch (cause) {
    return wrong(`cannot be read: ${reasonOf(cause)}`);
  }
};
