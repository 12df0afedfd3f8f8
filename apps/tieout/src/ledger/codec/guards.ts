import { parseAmount, printInstant } from "@tieout/reconcile";

/**
 * Tells whether a value has the form of an `A`, all the way down; members that `A` does not name are passed over.
 *
 * Details of batches are millions of rows, of which each is looked at. So a guard only looks: it copies nothing, and
 * takes a quarter of the time of the parsing before it, where a schema that decodes takes as long again.
 */
export type Guard<A> = (value: unknown) => value is A;

/** See {@link Guard}. */
export const isText: Guard<string> = (value) => typeof value === "string";

/** A whole number without loss; a JSON number beyond 2^53 is none. */
export const isInteger: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/** A count of things. */
export const isCount: Guard<number> = (value): value is number => isInteger(value) && value >= 0;

/** See {@link Guard}. */
export const isBoolean: Guard<boolean> = (value) => typeof value === "boolean";

/** An instant as every record has it, `YYYY-MM-DDTHH:mm:ss.sssZ`, that exists. */
export const isInstant: Guard<string> = (value): value is string => {
  if (!isText(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && printInstant(ms) === value;
};

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const isCalendarDay: Guard<string> = (value): value is string =>
  isText(value) && isInstant(`${value}T00:00:00.000Z`);

/** Whether a text is a decimal of a currency; of no currency it is one of any number of decimals. */
export const isAmount = (text: string, currency: string | null): boolean =>
  currency === null ? /^-?\d+(\.\d+)?$/.test(text) : parseAmount(text, currency) !== undefined;

/** A value or null. */
export const nullable =
  <A>(is: Guard<A>): Guard<A | null> =>
  (value): value is A | null =>
    value === null || is(value);

/** The same of a member that older tieouts did not write; whoever reads it takes what is missing for null. */
export const optional =
  <A>(is: Guard<A>): Guard<A | null> =>
  (value): value is A | null =>
    value === undefined || value === null || is(value);

/** The same, left as it is where it is missing. */
export const orMissing =
  <A>(is: Guard<A>): Guard<A | undefined> =>
  (value): value is A | undefined =>
    value === undefined || is(value);

/** A list of values. */
export const listOf =
  <A>(is: Guard<A>): Guard<ReadonlyArray<A>> =>
  (value): value is ReadonlyArray<A> =>
    Array.isArray(value) && value.every(is);

/** One of some words; the compiler sees to it that none is left out. */
export const wordOf =
  <Word extends string>(words: Readonly<Record<Word, true>>): Guard<Word> =>
  (value): value is Word =>
    isText(value) && Object.hasOwn(words, value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with all members of `A`. */
export const objectOf = <A extends object>(
  members: {
    readonly [Name in keyof A]-?: Guard<A[Name]>;
  },
): Guard<A> => {
  const checks = Object.entries<Guard<unknown>>(members);
  return (value): value is A => {
    if (!isObject(value)) return false;
    for (const [name, is] of checks) if (!is(value[name])) return false;
    return true;
  };
};

/** An object whose members may have any names, and are all of one form. */
export const recordOf =
  <A>(is: Guard<A>): Guard<Readonly<Record<string, A>>> =>
  (value): value is Readonly<Record<string, A>> =>
    isObject(value) && Object.values(value).every(is);

/** The same where only some names may be. */
export const partialRecordOf =
  <Name extends string, A>(isName: Guard<Name>, is: Guard<A>): Guard<Readonly<Partial<Record<Name, A>>>> =>
  (value): value is Readonly<Partial<Record<Name, A>>> =>
    isObject(value) && Object.entries(value).every(([name, member]) => isName(name) && is(member));
