import { Schema } from "effect";
import { ConfigFile } from "../../src/config/config-schema.ts";

/** A JSON Schema, or a part of one. */
type Json = { readonly [member: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Moves what stands in `allOf` up to the schema itself: editors show a description only beside the type.
 * Throws where two parts say the same thing differently, since one of them would be lost.
 */
const flat = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(flat);
  if (!isObject(value)) return value;
  const { allOf, ...own } = value;
  const members = [own, ...(Array.isArray(allOf) ? allOf : [])].flatMap((part) => Object.entries(part));
  if (new Set(members.map(([name]) => name)).size < members.length)
    throw new Error(`a schema says one thing twice: ${JSON.stringify(value)}`);
  return Object.fromEntries(members.map(([name, member]) => [name, flat(member)]));
};

/** The schema of `tieout.config.json` for editors; a member that it does not know is a mistake, as it is for the program. */
export const editorSchema = (): unknown =>
  flat({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "tieout.config.json",
    // What editors that are built on VS Code's reader of JSON make of it.
    allowComments: true,
    allowTrailingCommas: true,
    ...Schema.toJsonSchemaDocument(ConfigFile, { onExcessProperty: "error" }).schema,
  });

/** Every schema in a schema that describes an object, and every member of one, by its path. */
export const partsOf = (
  schema: unknown,
  at = "$",
): ReadonlyArray<{ readonly at: string; readonly schema: Json }> => {
  if (!isObject(schema)) return [];
  const { properties, items } = schema;
  return [
    { at, schema },
    ...(isObject(properties) ? Object.entries(properties) : []).flatMap(([name, member]) =>
      partsOf(member, `${at}.${name}`),
    ),
    ...partsOf(items, `${at}[]`),
  ];
};
