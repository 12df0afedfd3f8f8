import { compareCodePoints } from "../code-points.ts";
import { addAmounts, NO_AMOUNTS, type SettlementAmounts } from "./amounts.ts";
import type { CohortRow, SettlementRow } from "./rows.ts";

/** Credentials over all cohorts of one mode; live and test are never added (Record fact 5.4). */
export interface CredentialTotals {
  readonly mode: string;
  readonly cohorts: number;
  readonly declared: number;
  readonly issued: number | null;
}

/** Settlement figures over all rows of one currency. */
export interface CurrencyTotals extends SettlementAmounts {
  readonly currency: string;
}

/** What the manifest states and `verify` recomputes from the files. */
export interface Totals {
  /** By mode. */
  readonly credentials: readonly CredentialTotals[];
  /** By currency; rows without a currency have no amounts to add. */
  readonly currencies: readonly CurrencyTotals[];
}

/** Adds up the control totals of a report while its rows go by, in any order. */
export class ControlTotals {
  readonly #credentials = new Map<string, CredentialTotals>();
  readonly #currencies = new Map<string, CurrencyTotals>();

  addCohort({ mode, credentialsDeclared, credentialsIssued }: CohortRow): void {
    const sum = this.#credentials.get(mode) ?? { mode, cohorts: 0, declared: 0, issued: null };
    this.#credentials.set(mode, {
      mode,
      cohorts: sum.cohorts + 1,
      declared: sum.declared + credentialsDeclared,
      issued: credentialsIssued === null ? sum.issued : (sum.issued ?? 0) + credentialsIssued,
    });
  }

  addSettlement(row: SettlementRow): void {
    const { currency } = row;
    if (currency === null) return;
    const sum = this.#currencies.get(currency) ?? NO_AMOUNTS;
    this.#currencies.set(currency, { currency, ...addAmounts(sum, row) });
  }

  get totals(): Totals {
    return {
      credentials: [...this.#credentials.values()].sort((l, r) => compareCodePoints(l.mode, r.mode)),
      currencies: [...this.#currencies.values()].sort((l, r) => compareCodePoints(l.currency, r.currency)),
    };
  }
}
