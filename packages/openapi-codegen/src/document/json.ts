/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object, members in the order of its source. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A spec, or a generated file, that cannot be used as it is. The message names the place and what to change. */
export class SpecRefused extends Error {
  override readonly name = "SpecRefused";
}

/** Whether a value is a JSON object, neither an array nor null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a JSON array. */
export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The object at a member, or an empty one where the member is absent or something else. */
export const objectAt = (parent: JsonObject, name: string): JsonObject => {
  const value = parent[name];
  return isObject(value) ? value : {};
};

/** The texts of an array, in order; members that are no text are left out. */
export const textsOf = (value: Json | undefined): readonly string[] =>
  isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** The text at a member, or undefined. */
export const textAt = (parent: JsonObject, name: string): string | undefined => {
  const value = parent[name];
  return typeof value === "string" ? value : undefined;
};

/** Rebuilds an object with every member's value replaced; a member whose new value is undefined is left out. */
export const mapMembers = (
  object: JsonObject,
  change: (value: Json, name: string) => Json | undefined,
): JsonObject => {
  const members = Object.entries(object).map(([name, value]) => [name, change(value, name)] as const);
  return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
};

/** A name as one step of a JSON pointer. */
export const pointerToken = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** The name that a step of a reference stands for: any character may be written by its number. Taken as it is, where one is not. */
export const decodedToken = (token: string): string => {
  const plain = (text: string) => text.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return plain(decodeURIComponent(token));
  } catch {
    return plain(token);
  }
};

/** The value that a local `#/…` reference points at. Refuses a reference that leads nowhere or out of the document. */
export const resolvePointer = (document: JsonObject, reference: string): Json => {
  // What lies in another file is in the document by now, if it could be read.
  if (!reference.startsWith("#/")) throw new SpecRefused(`${reference}: cannot be read`);
  let value: Json | undefined = document;
  for (const token of reference.slice(2).split("/")) {
    const name = decodedToken(token);
    if (isArray(value)) value = value[Number(name)];
    // A component may be called `constructor`, and none has to be there.
    else value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  if (value === undefined) throw new SpecRefused(`${reference}: leads nowhere`);
  return value;
};

/** The object itself, or what its `$ref` points at, followed to the end. */
export const dereference = (document: JsonObject, value: Json | undefined): JsonObject => {
  let current = value;
  for (let hops = 0; hops < 20; hops++) {
    if (!isObject(current)) return {};
    const reference = textAt(current, "$ref");
    if (reference === undefined) return current;
    current = resolvePointer(document, reference);
  }
  throw new SpecRefused(`${JSON.stringify(value)}: references in a circle`);
};
