import { vocabularies as koard } from "@tieout/koard";
import {
  BATCH_STATUSES,
  ISSUED,
  PARTIAL_APPROVAL,
  TRANSACTION_STATUSES,
  TRANSACTION_TYPES,
} from "@tieout/reconcile";
import { vocabularies as record } from "@tieout/record";
import { describe, expect, it } from "vitest";
import { Mode } from "../../src/config/config-values.ts";

// What these tests prove: a word that is renamed, added or taken out in a spec is noticed where its meaning stands.

/** The words of a vocabulary that tieout gives a meaning to. The compiler refuses a vocabulary that is missing here. */
const KOARD: Readonly<Record<keyof typeof koard, readonly string[]>> = {
  KnownBatchStatus: Object.keys(BATCH_STATUSES),
  BatchStatus: Object.keys(BATCH_STATUSES),
  TransactionStatus: Object.keys(TRANSACTION_STATUSES),
  "Transaction.transaction_type": Object.keys(TRANSACTION_TYPES),
  "Transaction.status_reason": [PARTIAL_APPROVAL],
  "AdjustRequest.type": [],
  AccountType: [],
  KnownTerminalStatus: [],
};

/** Vocabularies of which not every word means something: of what is only sent, or says nothing about money. */
const IN_PART: ReadonlySet<string> = new Set([
  "Transaction.status_reason",
  "AdjustRequest.type",
  "AccountType",
  "KnownTerminalStatus",
]);

const RECORD: Readonly<Record<keyof typeof record, readonly string[]>> = {
  Mode: Mode.literals,
  BatchStatus: [ISSUED],
};

describe.each([
  ["koard", koard, KOARD],
  ["record", record, RECORD],
])("the words that tieout knows of %s", (_, spec, known) => {
  it.each(Object.entries(spec))("are those of the spec for %s", (name, words) => {
    const means = new Map(Object.entries(known)).get(name) ?? [];
    if (IN_PART.has(name)) expect(words).toEqual(expect.arrayContaining([...means]));
    else expect(means.toSorted()).toEqual(words.toSorted());
  });
});
