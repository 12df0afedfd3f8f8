/** Sums of one set of batches in one currency; minor units, as text because they have no limit. */
export interface Sums {
  readonly transactionsCaptured: number;
  readonly capturedDeclared: string;
  readonly capturedComputed: string;
  readonly refundedDeclared: string;
  readonly refundedComputed: string;
  readonly netDeclared: string;
  readonly netComputed: string;
  /** Declared net less computed net. */
  readonly unexplained: string;
}

/** Adds up batches of one currency, exactly. */
export class MoneySum {
  #transactions = 0;
  #capturedDeclared = 0n;
  #capturedComputed = 0n;
  #refundedDeclared = 0n;
  #refundedComputed = 0n;
  #netDeclared = 0n;

  /** One transaction; `capturedMinor` is `undefined` where it moved no money. */
  add(capturedMinor: number | undefined, refundedMinor: number): void {
    if (capturedMinor !== undefined) {
      this.#transactions++;
      this.#capturedComputed += BigInt(capturedMinor);
    }
    this.#refundedComputed += BigInt(refundedMinor);
  }

  /** What a batch header declares, and the net that follows from it. */
  addDeclared(
    { capturedMinor, refundedMinor }: { readonly capturedMinor: number; readonly refundedMinor: number },
    netMinor: number,
  ): void {
    this.#capturedDeclared += BigInt(capturedMinor);
    this.#refundedDeclared += BigInt(refundedMinor);
    this.#netDeclared += BigInt(netMinor);
  }

  addAll(other: MoneySum): void {
    this.#transactions += other.#transactions;
    this.#capturedDeclared += other.#capturedDeclared;
    this.#capturedComputed += other.#capturedComputed;
    this.#refundedDeclared += other.#refundedDeclared;
    this.#refundedComputed += other.#refundedComputed;
    this.#netDeclared += other.#netDeclared;
  }

  sums(): Sums {
    const netComputed = this.#capturedComputed - this.#refundedComputed;
    return {
      transactionsCaptured: this.#transactions,
      capturedDeclared: String(this.#capturedDeclared),
      capturedComputed: String(this.#capturedComputed),
      refundedDeclared: String(this.#refundedDeclared),
      refundedComputed: String(this.#refundedComputed),
      netDeclared: String(this.#netDeclared),
      netComputed: String(netComputed),
      unexplained: String(this.#netDeclared - netComputed),
    };
  }
}
