import { cohorts } from "./cohorts.ts";
import { decisions } from "./decisions.ts";
import { exceptions } from "./exceptions.ts";
import { payments } from "./payments.ts";
import { restatements } from "./restatements.ts";
import { settlementDays } from "./settlement-days.ts";
import { settlements } from "./settlements.ts";
import type { Table } from "./Table.ts";

/** Every CSV that a report may have, in the order in which a manifest lists them. */
export const TABLES: ReadonlyArray<Table> = [
  cohorts,
  settlements,
  settlementDays,
  payments,
  exceptions,
  restatements,
  decisions,
];
