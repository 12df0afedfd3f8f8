import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  textAt,
  textsOf,
} from "../document/json.ts";
import { componentName } from "../document/schema-walk.ts";

/** How the branches of a union are told apart: the member, and the values that each branch has for it. */
interface Discrimination {
  readonly member: string;
  readonly values: readonly (readonly string[])[];
  /** Whether every branch insists on the member. */
  readonly isRequired: boolean;
}

/** A schema with what it takes over by `allOf`, as far as members go. */
const partsOf = (document: JsonObject, schema: Json, depth = 0): readonly JsonObject[] => {
  const here = dereference(document, schema);
  const all = here["allOf"];
  return depth > 10 || !isArray(all)
    ? [here]
    : [here, ...all.flatMap((one) => partsOf(document, one, depth + 1))];
};

const valuesAt = (document: JsonObject, branch: Json, member: string): readonly string[] | undefined => {
  const schemas = partsOf(document, branch).map((part) =>
    dereference(document, objectAt(part, "properties")[member]),
  );
  for (const { const: fixed, enum: listed } of schemas) {
    if (typeof fixed === "string") return [fixed];
    if (isArray(listed) && listed.length > 0 && listed.every((value) => typeof value === "string"))
      return textsOf(listed);
  }
  return undefined;
};

const insistsOn = (document: JsonObject, branch: Json, member: string): boolean =>
  partsOf(document, branch).some((part) => textsOf(part["required"]).includes(member));

/** What `discriminator` maps to a branch: its own mapping, else the name of its component. */
const mappedValues = (discriminator: JsonObject, branch: JsonObject): readonly string[] => {
  const reference = textAt(branch, "$ref");
  const name = componentName(reference);
  const mapping = Object.entries(objectAt(discriminator, "mapping"));
  const mapped = mapping
    .filter(([, target]) => target === reference || target === name)
    .map(([value]) => value);
  return mapped.length > 0 || name === undefined ? mapped : [name];
};

const areApart = (values: readonly (readonly string[])[]): boolean =>
  values.every((list) => list.length > 0) && new Set(values.flat()).size === values.flat().length;

const discriminationOf = (
  document: JsonObject,
  { discriminator }: JsonObject,
  branches: readonly JsonObject[],
): Discrimination | undefined => {
  const explicit = isObject(discriminator) ? textAt(discriminator, "propertyName") : undefined;
  const first = branches[0] ?? {};
  const candidates =
    explicit === undefined
      ? partsOf(document, first).flatMap((part) => Object.keys(objectAt(part, "properties")))
      : [explicit];
  for (const member of candidates) {
    const own = branches.map((branch) => valuesAt(document, branch, member) ?? []);
    const isRequired = branches.every((branch) => insistsOn(document, branch, member));
    if (areApart(own) && (isRequired || explicit !== undefined)) return { member, values: own, isRequired };
    if (!isObject(discriminator)) continue;
    const mapped = branches.map((branch) => mappedValues(discriminator, branch));
    if (areApart(mapped)) return { member, values: mapped, isRequired };
  }
  return undefined;
};

const isNull = (branch: JsonObject): boolean => branch["type"] === "null";

/** The objects of a union, the keyword that holds them, and what tells them apart; undefined where nothing does. */
const unionOf = (document: JsonObject, schema: JsonObject) => {
  const keyword = ["oneOf", "anyOf"].find((name) => isArray(schema[name]));
  const list = keyword === undefined ? undefined : schema[keyword];
  if (keyword === undefined || !isArray(list)) return undefined;
  const branches = list.filter(isObject).filter((branch) => !isNull(branch));
  const found = branches.length < 2 ? undefined : discriminationOf(document, schema, branches);
  return found && { keyword, branches, hasNull: list.length > branches.length, ...found };
};

/** The member that tells the objects of a union apart, where one does. */
export const discriminatingMember = (document: JsonObject, schema: JsonObject): string | undefined =>
  unionOf(document, schema)?.member;

/**
 * A union as the validator compiler takes it. Where a member tells its objects apart, the branch that the member names is
 * the only one looked at: its faults are those that count, and a value that no branch has is one fault that lists them. Any
 * other union stays as it is; so does one whose member may be missing, for a body without it.
 *
 * `x-open-union` lets objects pass whose member names no branch.
 */
export const withBranchesApart = (document: JsonObject, schema: JsonObject): JsonObject => {
  const { discriminator: _, "x-open-union": isOpen, ...plain } = schema;
  const union = unionOf(document, schema);
  if (union === undefined) return plain;
  const { keyword, branches, member, values, isRequired, hasNull } = union;
  const { [keyword]: __, ...around } = plain;
  const chosen: JsonObject = {
    type: "object",
    required: [member],
    ...(isOpen === undefined && { properties: { [member]: { enum: values.flat() } } }),
    discriminator: { propertyName: member },
    oneOf: branches.map((branch, index): JsonObject => {
      const of: readonly string[] = values[index] ?? [];
      return { properties: { [member]: { enum: of } }, required: [member], allOf: [branch] };
    }),
  };
  const known: JsonObject = {
    type: "object",
    required: [member],
    properties: { [member]: { enum: values.flat() } },
  };
  const open: JsonObject = isOpen !== undefined ? either(known, chosen, { type: "object" }) : chosen;
  const lenient: JsonObject = isRequired
    ? open
    : either({ type: "object", required: [member], properties: { [member]: {} } }, open, { anyOf: branches });
  const withNull: JsonObject = hasNull ? { anyOf: [lenient, { type: "null" }] } : lenient;
  return Object.keys(around).length === 0 ? withNull : { ...around, allOf: [...allOf(around), withNull] };
};

const either = (test: JsonObject, passed: JsonObject, failed: JsonObject): JsonObject => ({
  if: test,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: passed,
  else: failed,
});

const allOf = ({ allOf: list }: JsonObject): readonly Json[] => (isArray(list) ? list : []);
