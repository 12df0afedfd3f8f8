import { existsSync } from "node:fs";
import { join } from "node:path";
import { NAMESPACE } from "../signatures/ssh-signature.ts";

/** The hashes of a report's files: what is signed. */
export const SUMS = "SHA256SUMS";

/** The signature over them; they cannot name it. */
export const SIGNATURE = `${SUMS}.sig`;

/**
 * Warns of a report that was published before without a signature, where reports are signed now. Nothing is added to
 * what stands: who signs it has to have looked at it.
 */
export const unsignedWarnings = (
  { directory, isNew }: { readonly directory: string; readonly isNew: boolean },
  isSigning: boolean,
): ReadonlyArray<string> =>
  !isSigning || isNew || existsSync(join(directory, SIGNATURE))
    ? []
    : [
        `${directory} was published without a signature and stays as it is; to sign it, verify it and run: ssh-keygen -Y sign -n ${NAMESPACE} -f KEY ${join(directory, SUMS)}`,
      ];
