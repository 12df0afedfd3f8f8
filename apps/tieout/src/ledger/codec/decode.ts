import { Effect } from "effect";
import type { Guard } from "./guards.ts";

/** A row, as an operator finds it: `row b_1 of run 3 in its table observation`. */
export interface RowName {
  readonly table: string;
  readonly row: string | number;
}

/** What stands in a ledger is not what was stored there. `failing` makes a `LedgerFailed` of it, which names the ledger. */
export class LedgerDamaged extends Error {
  /** So that no other error has the form of this one. */
  readonly isDamaged = true;
}

/** What stands in a row is not what was stored there. */
export class RowDamaged extends LedgerDamaged {
  constructor({ table, row }: RowName) {
    super(`row ${row} of its table ${table} is damaged; restore the ledger and its key from a backup`);
  }
}

/** The pages or the index of a table are not what was stored there, as SQLite says in its own words. */
export class TableDamaged extends LedgerDamaged {
  constructor(table: string, reason: string) {
    // Its words may have a heading, and say more in further lines.
    const [said] = reason.replaceAll(/^\*\*\*.*\n/gm, "").split("\n");
    super(`its table ${table} is damaged (${said}); restore the ledger and its key from a backup`);
  }
}

/** Gives what a row holds where it has the form it was stored in. Throws {@link RowDamaged}. */
export const checked = <A>(is: Guard<A>, value: unknown, name: RowName): A => {
  if (!is(value)) throw new RowDamaged(name);
  return value;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the JSON that a row holds. Throws {@link RowDamaged}. */
export const decoded = <A>(is: Guard<A>, text: unknown, name: RowName): A =>
  checked(is, typeof text === "string" ? parsed(text) : undefined, name);

/** Does what reads rows, and fails with the first that is damaged. */
export const decoding = <A>(read: () => A): Effect.Effect<A, RowDamaged> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(read());
    } catch (cause) {
      if (cause instanceof RowDamaged) return Effect.fail(cause);
      throw cause;
    }
  });
