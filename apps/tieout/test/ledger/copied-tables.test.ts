import { expect, it } from "vitest";
import { COPIED_TABLES, IDENTITY } from "../../src/ledger/copy/copied-tables.ts";
import { DEFINITIONS, LEDGER_TABLES } from "../../src/ledger/digest/digested-tables.ts";

it("a copy of a ledger has every table but those of the database itself", () => {
  const ofDatabase = ["migration", "lease", DEFINITIONS];
  const copied = [IDENTITY, ...COPIED_TABLES].map(({ name }) => name);
  expect(copied.toSorted()).toEqual(LEDGER_TABLES.filter((name) => !ofDatabase.includes(name)).toSorted());
});
