const SCHEMA_TYPE = /^export type (\w+) = components\['schemas'\]/gm;
const ENUM_VALUES = /^export const (\w+): ReadonlyArray/gm;

const names = (types: string, pattern: RegExp) =>
  [...types.matchAll(pattern)].flatMap(([, name]) => name ?? []).sort();

/**
 * Writes the part of `types.ts` that a package's users name: each schema, and the values of each closed set.
 * A file of its own, so that a barrel can pass all of it on without the names that only the client needs.
 */
export const writeSchemas = (types: string): string => {
  const schemas = names(types, SCHEMA_TYPE).map((name) => `  ${name},`);
  const values = names(types, ENUM_VALUES).map((name) => `  ${name},`);
  return [
    ...(schemas.length > 0 ? ["export type {", ...schemas, '} from "./types.ts";'] : []),
    ...(values.length > 0 ? ["export {", ...values, '} from "./types.ts";'] : []),
    'export { vocabularies } from "./vocabularies.ts";',
    "",
  ].join("\n");
};
