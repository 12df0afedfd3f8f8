import type { Credential } from "../records.ts";
import type { MayRepeat } from "./DistinctTexts.ts";

/**
 * Who already holds a credential of one programme in one mode. Credentials must be shown in the order in
 * which they were issued; people of whom `mayRepeat` says that they come once are not remembered.
 */
export class ProgramHolders {
  readonly #mayRepeat: MayRepeat;
  readonly #firstCredentialOf = new Map<string, string>();
  readonly #reissuedIds = new Set<string>();

  constructor(mayRepeat: MayRepeat = () => true) {
    this.#mayRepeat = mayRepeat;
  }

  /**
   * Whether this credential went to somebody who held an earlier one. The same credential again is not a
   * second one, and a credential without a person is nobody's.
   */
  isReissue({ id, emailHash }: Credential): boolean {
    if (emailHash === null || !this.#mayRepeat(emailHash)) return false;
    const first = this.#firstCredentialOf.get(emailHash);
    if (first === undefined) this.#firstCredentialOf.set(emailHash, id);
    if (first === undefined || first === id || this.#reissuedIds.has(id)) return false;
    this.#reissuedIds.add(id);
    return true;
  }
}
