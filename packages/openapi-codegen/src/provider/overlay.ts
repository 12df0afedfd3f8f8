import { exec } from "jsonpath-rfc9535";
import { misspeltIn } from "../document/extensions.ts";
import { isArray, isObject, type Json, type JsonObject, SpecRefused } from "../document/json.ts";
import { stepsOf } from "../document/place.ts";
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

/** What an action wrote in one place, and what was there before. */
interface Written {
  readonly steps: Steps;
  readonly update: Json;
  readonly old: Json | undefined;
  /** The steps to it in the overlay. */
  readonly from: Steps;
}

/** A document with an overlay over it. */
export interface Overlaid {
  readonly document: JsonObject;
  /** What of the overlay has no effect, each with file, line and pointer. */
  readonly faults: readonly string[];
  /** Where in the overlay stands what a pointer into the document leads to; undefined for what is not the overlay's. */
  readonly placeOf: (pointer: string) => string | undefined;
}

/** The document after one action. Refuses a target that selects nothing, or something that cannot be merged with. */
const applied = (document: JsonObject, action: Action, written: Written[]): JsonObject => {
  const places = selected(document, action);
  if (places.length === 0) throw new SpecRefused(`${action.at}: target ${action.target} matches nothing`);
  let whole = document;
  // From the inside out and from the back, so that what goes does not move what is still to be found.
  for (const steps of places.toReversed()) {
    const now = replaced(whole, steps, (old) => {
      const { update, from } = action;
      if (update === undefined) return undefined;
      if (isArray(old)) {
        written.push({ steps: [...steps, old.length], update, old: undefined, from });
        return [...old, update];
      }
      if (isObject(old)) {
        written.push({ steps, update, old, from });
        return merged(old, update);
      }
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

/** The steps to what an update wrote at a place inside it; undefined where what stands there was there before. */
const within = (
  { update, old, from }: Omit<Written, "steps">,
  [step, ...rest]: readonly string[],
): Steps | undefined => {
  const isJoined = (isObject(update) && isObject(old)) || (isArray(update) && isArray(old));
  // What is said of an object that refers to another is said of the reference.
  if (step === undefined) return isJoined && !(isObject(update) && "$ref" in update) ? undefined : from;
  const key = isArray(update) ? Number(step) - (isArray(old) ? old.length : 0) : step;
  const inner = isArray(update) ? update[Number(key)] : isObject(update) ? update[step] : undefined;
  // What is not there was looked for in vain.
  if (inner === undefined) return isJoined ? undefined : from;
  const before = isObject(update) && isObject(old) ? old[step] : undefined;
  return within({ update: inner, old: before, from: [...from, key] }, rest);
};

/** The document with an overlay over it, its actions one after another. */
export const overlaid = (document: JsonObject, { actions, at }: Overlay): Overlaid => {
  const faults: string[] = [];
  const written: Written[] = [];
  let whole = document;
  for (const action of actions) {
    try {
      whole = applied(whole, action, written);
    } catch (error) {
      if (!(error instanceof SpecRefused)) throw error;
      faults.push(error.message);
    }
  }
  const placeOf = (pointer: string): string | undefined => {
    const steps = stepsOf(pointer);
    // What is written last is what stands there.
    for (const one of written.toReversed()) {
      const isInside = one.steps.every((step, index) => String(step) === steps[index]);
      const found = isInside ? within(one, steps.slice(one.steps.length)) : undefined;
      if (found !== undefined) return at(found);
    }
    return undefined;
  };
  // A provider's own extensions are its affair, and names that are nearly ours may be among them.
  const misspelt = misspeltIn(whole).flatMap(({ pointer, fault }) => {
    const place = placeOf(pointer);
    return place === undefined ? [] : [`${place}: ${fault}`];
  });
  return { document: whole, faults: [...faults, ...misspelt], placeOf };
};
