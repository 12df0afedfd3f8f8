import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  pointerToken,
  textAt,
} from "../document/json.ts";

/** Ids may be relative to each other; what they are relative to at last is nobody's. */
const ROOT = "https://document.invalid/";

const absolute = (reference: string, base: string): string =>
  URL.canParse(reference, base) ? new URL(reference, base).href.replace(/#$/, "") : reference;

/** Pointers to the schemas of a document by what they call themselves: `$id`, and behind it `#` and `$anchor`. */
const namedIn = (document: JsonObject): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const visit = (part: Json, at: string, outer: string): void => {
    if (isArray(part)) for (const [index, item] of part.entries()) visit(item, `${at}/${index}`, outer);
    if (!isObject(part)) return;
    const id = textAt(part, "$id");
    const base = id === undefined ? outer : absolute(id, outer);
    if (id !== undefined) found.set(base, at);
    const anchor = textAt(part, "$anchor");
    if (anchor !== undefined) found.set(`${base}#${anchor}`, at);
    for (const [name, value] of Object.entries(part)) visit(value, `${at}/${pointerToken(name)}`, base);
  };
  visit(objectAt(objectAt(document, "components"), "schemas"), "#/components/schemas", ROOT);
  return found;
};

/**
 * The document with references to the ids and anchors of its schemas (JSON Schema 2020-12) as pointers to them. One that
 * begins with `#/` is meant from the document's root, whatever id stands around it: nobody writes them otherwise.
 */
export const withIdsAsPointers = (document: JsonObject): JsonObject => {
  const named = namedIn(document);
  if (named.size === 0) return document;
  const pointerOf = (reference: string, base: string): string => {
    if (reference.startsWith("#/")) return reference;
    const whole = absolute(reference, base);
    const [resource = "", pointer] = whole.split("#/");
    const holder = named.get(pointer === undefined ? whole : resource);
    if (holder === undefined) return reference;
    return pointer === undefined ? holder : `${holder}/${pointer}`;
  };
  const visit = (part: Json, outer: string): Json => {
    if (isArray(part)) return part.map((item) => visit(item, outer));
    if (!isObject(part)) return part;
    const { $id: id, $anchor: _, ...rest } = part;
    if (typeof id !== "string" && id !== undefined) return mapMembers(part, (value) => visit(value, outer));
    const base = id === undefined ? outer : absolute(id, outer);
    return mapMembers(rest, (value, name) =>
      name === "$ref" && typeof value === "string" ? pointerOf(value, base) : visit(value, base),
    );
  };
  return mapMembers(document, (value) => visit(value, ROOT));
};
