import { fault, type Outcome } from "./faults.ts";

/** What a text may be to stand in a message where one of a list is wanted: no person is such. */
const WORD = /^[\w.:+-]{0,40}$/;

/** One of these values, which are no lists and no objects. */
export const values =
  (...known: readonly unknown[]) =>
  (value: unknown): Outcome =>
    known.includes(value) || [fault(`one of ${known.map(String).join(", ")}`, value, WORD)];

/** One of these values, whatever they are. */
export const valuesLike =
  (...known: readonly unknown[]) =>
  (value: unknown): Outcome =>
    known.some((one) => isSame(one, value)) || [fault(`one of ${known.map(String).join(", ")}`, value, WORD)];

/** This value. */
export const constant =
  (known: unknown) =>
  (value: unknown): Outcome =>
    isSame(known, value) || [fault(JSON.stringify(known), value, WORD)];

/** Whether two values of JSON are the same, in whichever order their members are. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)),
    )
  );
};
