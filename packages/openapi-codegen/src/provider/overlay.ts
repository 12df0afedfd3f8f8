import { exec } from "jsonpath-rfc9535";
import { isArray, isObject, type Json, type JsonObject, SpecRefused } from "../document/json.ts";
import type { Action, Overlay } from "./read-overlay.ts";

type Steps = readonly (string | number)[];

/** What an action's target selects, by the steps to it; outermost first. */
const selected = (document: JsonObject, { target, at }: Action): readonly Steps[] => {
  const found: Steps[] = [];
  try {
    // The library declares what it only reads as something that may be changed.
    exec(JSON.parse(JSON.stringify(document)), target, (_, path) => found.push([...path]));
  } catch (error) {
    const said = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
    throw new SpecRefused(`${at}: target ${target} is no JSONPath (RFC 9535): ${said.slice(0, 200)}`);
  }
  return found.toSorted((one, other) => one.length - other.length);
};

/** The value with another in the place that steps lead to; gone, where that is undefined. */
const replaced = (
  value: Json,
  [step, ...rest]: Steps,
  change: (old: Json) => Json | undefined,
): Json | undefined => {
  if (step === undefined) return change(value);
  if (isArray(value)) {
    return value.flatMap((item, index) => (index === step ? (replaced(item, rest, change) ?? []) : [item]));
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const now = name === String(step) ? replaced(member, rest, change) : member;
    return now === undefined ? [] : [[name, now] as const];
  });
  return Object.fromEntries(members);
};

/** Overlay 1.0, 4.4.3: members of objects are merged, arrays joined, everything else is replaced. */
const merged = (old: Json | undefined, update: Json): Json => {
  if (isArray(old) && isArray(update)) return [...old, ...update];
  if (!isObject(old) || !isObject(update)) return update;
  const added = Object.entries(update).map(([name, value]) => [name, merged(old[name], value)] as const);
  return { ...old, ...Object.fromEntries(added) };
};

/** The document after one action. Refuses a target that selects nothing, or something that cannot be merged with. */
const applied = (document: JsonObject, action: Action): JsonObject => {
  const places = selected(document, action);
  if (places.length === 0) throw new SpecRefused(`${action.at}: target ${action.target} matches nothing`);
  let whole = document;
  // From the inside out and from the back, so that what goes does not move what is still to be found.
  for (const steps of places.toReversed()) {
    const now = replaced(whole, steps, (old) => {
      const { update } = action;
      if (update === undefined) return undefined;
      if (isArray(old)) return [...old, update];
      if (isObject(old)) return merged(old, update);
      throw new SpecRefused(
        `${action.at}: target ${action.target} selects a value that is neither an object nor an array`,
      );
    });
    if (!isObject(now))
      throw new SpecRefused(`${action.at}: target ${action.target} takes the document away`);
    whole = now;
  }
  return whole;
};

/** The document with an overlay over it, its actions one after another. All that cannot be done is told at once. */
export const withOverlay = (document: JsonObject, { actions }: Overlay): JsonObject => {
  const faults: string[] = [];
  let whole = document;
  for (const action of actions) {
    try {
      whole = applied(whole, action);
    } catch (error) {
      if (!(error instanceof SpecRefused)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  return whole;
};
