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
   * Whether this credential is the `first` of somebody, or a `reissue` to somebody who held an earlier one; `null` for
   * the same credential again, which is not a second one, and for one without a person, which is nobody's.
   */
  add({ id, emailHash }: Credential): "first" | "reissue" | null {
    if (emailHash === null) return null;
    if (!this.#mayRepeat(emailHash)) return "first";
    const first = this.#firstCredentialOf.get(emailHash);
    if (first === undefined) {
      this.#firstCredentialOf.set(emailHash, id);
      return "first";
    }
    if (first === id || this.#reissuedIds.has(id)) return null;
    this.#reissuedIds.add(id);
    return "reissue";
  }
}
