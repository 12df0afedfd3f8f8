import { isExceptionCode } from "../exceptions/exceptions.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { CauseCandidates } from "../settlement/likely-causes.ts";
import type { CurrencySums, SettlementSummary } from "../settlement/summarise-settlement.ts";

/** Prints a summary as one line of JSON, for {@link readSummary} to read back as it was; amounts are decimal digits. */
export const printSummary = (summary: SettlementSummary): string =>
  JSON.stringify(summary, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** Reads what {@link printSummary} printed; `undefined` for anything else. */
export const readSummary = (text: string): SettlementSummary | undefined => {
  try {
    return summaryOf(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const summaryOf = (value: unknown): SettlementSummary => {
  const { businessDate, state, groups, refunds, resettled, causes, findings } = membersOf(value);
  const [first, ...others] = listOf(groups).map(groupOf);
  if (first === undefined) throw new TypeError("a summary has a group");
  const tracked = membersOf(refunds);
  const again = membersOf(resettled);
  return {
    businessDate: textOf(businessDate),
    state: wordOf(state, STATES),
    groups: [first, ...others],
    refunds: {
      withoutRowMinor: amountOf(tracked["withoutRowMinor"]),
      beyondMinor: amountOf(tracked["beyondMinor"]),
      ownRowsMinor: amountOf(tracked["ownRowsMinor"]),
      isElsewhere: flagOf(tracked["isElsewhere"]),
    },
    resettled: {
      minor: amountOf(again["minor"]),
      isLeft: flagOf(again["isLeft"]),
      moved: countOf(again["moved"]),
    },
    causes: causesOf(causes),
    findings: listOf(findings).map(findingOf),
  };
};

const STATES = ["final", "pending", "review", "void", "open", "unproven"] as const;

const groupOf = (value: unknown): CurrencySums => {
  const { currency, source, printable, listed, sums } = membersOf(value);
  const added = membersOf(sums);
  const atClose = added["refundedAtCloseMinor"];
  return {
    currency: currency === null ? null : textOf(currency),
    source: source === null ? null : wordOf(source, ["transactions", "assumed"] as const),
    printable: flagOf(printable),
    listed: listed === null ? null : countOf(listed),
    sums: {
      moved: countOf(added["moved"]),
      grossMinor: amountOf(added["grossMinor"]),
      reversedMinor: amountOf(added["reversedMinor"]),
      refundedOnOriginalMinor: amountOf(added["refundedOnOriginalMinor"]),
      refundRowsMinor: amountOf(added["refundRowsMinor"]),
      refundedAtCloseMinor: atClose === null ? null : amountOf(atClose),
    },
  };
};

const causesOf = (value: unknown): CauseCandidates => {
  const { rows, parts } = membersOf(value);
  const { captured, refunded } = membersOf(rows);
  return {
    rows: { captured: textsOf(captured), refunded: textsOf(refunded) },
    parts: listOf(parts).map((part) => {
      const { cause, minor } = membersOf(part);
      return {
        cause: wordOf(cause, ["tips", "surcharges", "taxes", "left_out"] as const),
        minor: amountOf(minor),
      };
    }),
  };
};

const isFinding = (value: unknown): value is Finding => {
  const { code, entity, entityId, whatHappened, batchIds } = membersOf(value);
  const isNamed = typeof entity === "string" && typeof entityId === "string";
  return (
    typeof code === "string" &&
    isExceptionCode(code) &&
    isNamed &&
    typeof whatHappened === "string" &&
    Array.isArray(batchIds)
  );
};

const findingOf = (value: unknown): Finding => {
  if (!isFinding(value)) throw new TypeError("not a finding");
  return value;
};

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const membersOf = (value: unknown): Readonly<Record<string, unknown>> => {
  if (!isMembers(value)) throw new TypeError("not an object");
  return value;
};

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError("not a list");
  return value;
};

const textOf = (value: unknown): string => {
  if (typeof value !== "string") throw new TypeError("not a text");
  return value;
};

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(membersOf(value)).map(([name, text]) => [name, textOf(text)]));

const countOf = (value: unknown): number => {
  if (typeof value !== "number") throw new TypeError("not a count");
  return value;
};

const flagOf = (value: unknown): boolean => {
  if (typeof value !== "boolean") throw new TypeError("not a flag");
  return value;
};

const amountOf = (value: unknown): bigint => BigInt(textOf(value));

const wordOf = <Word extends string>(value: unknown, words: readonly Word[]): Word => {
  const word = words.find((one) => one === value);
  if (word === undefined) throw new TypeError("not one of the words");
  return word;
};
