import { compareCodePoints } from "../code-points.ts";
import { addCells } from "../money/MinorSum.ts";
import { SETTLEMENT_STATES, type SettlementState } from "../settlement/vocabulary.ts";
import { addAmounts, NO_AMOUNTS, type SettlementAmounts } from "./amounts.ts";
import type { CohortRow, SettlementRow } from "./rows.ts";

/** Credentials over all cohorts of one mode: live and test are never added (Record fact 5.4). `null` is a sum of nothing. */
export interface CredentialTotals {
  readonly declared: number | null;
  readonly issued: number | null;
  /** Somebody in two cohorts counts in both. */
  readonly people: number | null;
}

/** Settlement figures over all rows of one currency and state: what was rejected or is open is not money received. */
export interface SettlementTotals extends SettlementAmounts {
  readonly currency: string;
  readonly state: SettlementState;
  readonly batches: number;
  /** The sum of the sizes of `unexplained`, in which a surplus makes up for no lack. */
  readonly unexplained_absolute: bigint | null;
}

/** What the manifest states and `verify` recomputes from the files. */
export interface Totals {
  readonly credentials: CredentialTotals;
  /** By currency, and of each what is final first; rows without a currency have no amounts to add. */
  readonly settlements: readonly SettlementTotals[];
}

const NO_CREDENTIALS: CredentialTotals = { declared: null, issued: null, people: null };

const addCounts = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? (left ?? right) : left + right;

const absolute = (minor: bigint | null): bigint | null => (minor !== null && minor < 0n ? -minor : minor);

/**
 * The mode whose credentials are totalled: that of the token; where it does not tell, the only one that there is, else
 * live. Those of another mode are exceptions of their own.
 */
export const totalledMode = (tokenMode: string | null, modes: Iterable<string>): string => {
  const [only = "live", ...others] = new Set(modes);
  return tokenMode ?? (others.length === 0 ? only : "live");
};

/** Adds up the control totals of a report while its rows go by, in any order. */
export class ControlTotals {
  readonly #credentials = new Map<string, CredentialTotals>();
  readonly #settlements = new Map<string, SettlementTotals>();

  addCohort({ mode, credentialsDeclared, credentialsIssued, people }: CohortRow): void {
    const sum = this.#credentials.get(mode) ?? NO_CREDENTIALS;
    this.#credentials.set(mode, {
      declared: addCounts(sum.declared, credentialsDeclared),
      issued: addCounts(sum.issued, credentialsIssued),
      people: addCounts(sum.people, people),
    });
  }

  addSettlement(row: SettlementRow): void {
    const { currency, state } = row;
    if (currency === null) return;
    const key = JSON.stringify([currency, state]);
    const sum = this.#settlements.get(key);
    this.#settlements.set(key, {
      ...{ currency, state },
      batches: (sum?.batches ?? 0) + 1,
      ...addAmounts(sum ?? NO_AMOUNTS, row),
      unexplained_absolute: addCells(sum?.unexplained_absolute ?? null, absolute(row.unexplained)),
    });
  }

  /** The totals so far, of the credentials of a token of this mode. */
  totals(tokenMode: string | null): Totals {
    const mode = totalledMode(tokenMode, this.#credentials.keys());
    return {
      credentials: this.#credentials.get(mode) ?? NO_CREDENTIALS,
      settlements: [...this.#settlements.values()].sort(
        (l, r) =>
          compareCodePoints(l.currency, r.currency) ||
          SETTLEMENT_STATES.indexOf(l.state) - SETTLEMENT_STATES.indexOf(r.state),
      ),
    };
  }
}
