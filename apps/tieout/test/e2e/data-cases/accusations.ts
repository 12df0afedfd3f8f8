import { decimal } from "../expected-figures.ts";
import { cell } from "../published.ts";
import type { Judged } from "./planted-world.ts";

/** Rules that compare a night with earlier ones: a ledger that has seen one night only cannot know of them. */
const OF_SEVERAL_NIGHTS: ReadonlySet<string> = new Set(["BATCH_REOPENED", "BATCH_VANISHED"]);

/** Every exception that a report has open, by rule, entity and money. */
export const accused = ({ exceptions }: Pick<Judged, "exceptions">): readonly string[] =>
  exceptions
    .filter((row) => cell(row, "status") !== "resolved")
    .map((row) =>
      ["code", "source", "entity", "entity_id", "currency", "money_at_stake"]
        .map((column) => cell(row, column))
        .join(" "),
    )
    .sort();

/** The same of the truth, for a ledger that has seen every night. */
export const guilty = ({ truth }: Pick<Judged, "truth">): readonly string[] =>
  truth.exceptions
    .map(({ code, source, entity, entityId, currency, amountMinor }) => {
      const hasAmount = amountMinor !== null && currency !== null && currency !== "XTS";
      const money = hasAmount ? decimal(amountMinor, currency) : "";
      return [code, source, entity, entityId, currency ?? "", money].join(" ");
    })
    .sort();

/** The same for a ledger that has seen this night alone. */
export const guiltyAtFirstSight = ({ truth }: Pick<Judged, "truth">): readonly string[] =>
  guilty({
    truth: { ...truth, exceptions: truth.exceptions.filter(({ code }) => !OF_SEVERAL_NIGHTS.has(code)) },
  });
