import { currencyExponent, isCutoff, isDay, isTimezone } from "@tieout/reconcile/values";
import { Schema } from "effect";

/** As much of a rule as JSON Schema can tell an editor; the rule itself is checked when the file is read. */
type EditorHint = Readonly<Record<string, string | number | ReadonlyArray<string>>>;

const text = (isRight: (value: string) => boolean, expected: string, hint: EditorHint) =>
  Schema.String.check(
    Schema.makeFilter((value: string) => isRight(value) || `expected ${expected}`, {
      // `true`: JSON Schema lets through some of what the rule refuses, such as a zone that does not exist.
      toJsonSchema: () => [{ ...hint }, true],
    }),
  );

const pattern = (expression: RegExp, expected: string) =>
  text((value) => expression.test(value), expected, { pattern: expression.source });

export const Name = pattern(
  /^[a-z0-9][a-z0-9_-]{0,62}$/,
  "a name of a-z, 0-9, - and _, as it names a directory",
);
/** How an environment variable is named. */
export const VARIABLE = /^[A-Z_][A-Z0-9_]*$/;
export const Variable = pattern(VARIABLE, "the name of an environment variable");
export const Price = pattern(/^\d{1,13}(\.\d{1,4})?$/, 'a decimal text such as "120.00"');
export const Day = text(isDay, "a day such as 2026-11-20", { format: "date" });
export const Zone = text(isTimezone, "an IANA time zone such as Europe/Berlin", { minLength: 1 });
export const Cutoff = text(isCutoff, "a time of day such as 02:30", {
  pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$",
});
export const Currency = text(
  (value) => currencyExponent(value) !== undefined,
  "an active ISO 4217 currency such as USD",
  { pattern: "^[A-Z]{3}$" },
);
/** A text that is not blank, which an editor gets a hint of. */
export const filled = (hint: EditorHint) =>
  text((value) => value.trim() !== "", "a text that is not blank", hint);

export const Filled = filled({ pattern: "\\S" });
export const Mode = Schema.Literals(["live", "test"]);

/** A number of days: none to ten years. */
export const Days = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3650 }));

/** How often something comes round, in days. */
export const EveryDays = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3650 }));
