import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  SpecRefused,
  textsOf,
} from "../document/json.ts";
import {
  allOfParts,
  componentName,
  mapHeldSchemas,
  mapSchema,
  mentionedComponents,
} from "../document/schema-walk.ts";
import { discriminatingMember } from "./unions.ts";

/** The names under which components stay as written for requests, where responses loosen them; none that another has. */
const requestNames = (kept: readonly string[], components: JsonObject): ReadonlyMap<string, string> => {
  const used = new Set(Object.keys(components));
  return new Map(
    kept.map((name) => {
      const wanted = `${name}InRequest`;
      let free = wanted;
      for (let number = 2; used.has(free); number += 1) free = `${wanted}${number}`;
      used.add(free);
      return [name, free] as const;
    }),
  );
};

/**
 * Loosens one object schema as `x-strict` asks: a required property that is not strict may be missing,
 * because a client leaves it out of the answer when it is wrong.
 */
const loosen = (schema: JsonObject): JsonObject => {
  if (schema["x-strict"] === undefined) return schema;
  const strict = textsOf(schema["x-strict"]);
  const properties = objectAt(schema, "properties");
  const unknown = strict.filter((name) => !(name in properties));
  if (unknown.length > 0 || schema["properties"] === undefined) {
    throw new SpecRefused(
      `x-strict names ${unknown.join(", ") || "properties"} that the same schema does not have`,
    );
  }
  const documented = textsOf(schema["required"]);
  const required = documented.filter((name) => strict.includes(name));
  const due = documented.filter((name) => !strict.includes(name));
  return mapMembers({ ...schema, required, ...(due.length > 0 && { "x-due": due }) }, (value, name) =>
    name === "required" && required.length === 0 ? undefined : value,
  );
};

/** Who alone may send what has a mark, as the schemas of validators say it. */
export const SIDES = { readOnly: "x-answers-alone", writeOnly: "x-requests-alone" } as const;

/** The members of a schema, and of the parts of its `allOf`, that have a mark. */
const markedIn = (document: JsonObject, schema: JsonObject, mark: keyof typeof SIDES): readonly string[] => {
  const found = new Set<string>();
  for (const part of allOfParts(document, schema)) {
    // What lies inside was done before, from the inside out.
    for (const name of textsOf(part[SIDES[mark]])) found.add(name);
    for (const [name, member] of Object.entries(objectAt(part, "properties"))) {
      if (isObject(member) && (member[mark] === true || dereference(document, member)[mark] === true))
        found.add(name);
    }
  }
  return [...found];
};

/**
 * A schema without the members that the other side alone may send: `readOnly` in requests, `writeOnly` in answers. Those of
 * its own are listed, for validators: they may not be there.
 */
const without = (document: JsonObject, schema: JsonObject, mark: keyof typeof SIDES): JsonObject => {
  const marked = markedIn(document, schema, mark);
  if (marked.length === 0) return schema;
  const members = objectAt(schema, "properties");
  const gone = marked.filter((name) => Object.hasOwn(members, name));
  return {
    // One part may require what another one has.
    ...withoutRequired(schema, marked),
    ...(gone.length > 0 && {
      properties: mapMembers(members, (member, key) => (gone.includes(key) ? undefined : member)),
      [SIDES[mark]]: gone,
    }),
  };
};

/** A schema that requires none of some names, nor does any part of it that is written in its place. */
const withoutRequired = (schema: JsonObject, names: readonly string[]): JsonObject =>
  mapMembers(schema, (value, name) => {
    if (name === "allOf" && isArray(value))
      return value.map((part) => (isObject(part) ? withoutRequired(part, names) : part));
    if (name !== "required") return value;
    const required = textsOf(value).filter((one) => !names.includes(one));
    return required.length > 0 ? required : undefined;
  });

/**
 * Opens what an answer may gain without notice, where the document says `x-open-answers`: a list of several words takes any
 * other (`x-open-values` keeps those that are known, for the types), a union of objects that a member tells apart takes
 * one whose member names none of them (`x-open-union` names the member).
 */
const opened = (document: JsonObject, schema: JsonObject): JsonObject => {
  const { enum: listed, ...rest } = schema;
  const words = isArray(listed) ? listed.filter((value) => value !== null) : [];
  if (words.length > 1 && words.every((value) => typeof value === "string")) {
    const isNullable = isArray(listed) && listed.length > words.length;
    return {
      ...rest,
      type: rest["type"] ?? (isNullable ? ["string", "null"] : "string"),
      "x-open-values": words,
    };
  }
  const member = discriminatingMember(document, schema);
  return member === undefined ? schema : { ...schema, "x-open-union": member };
};

/** Follows references from the given components until nothing new is found. */
const reachable = (components: JsonObject, from: Iterable<string>): ReadonlySet<string> => {
  const seen = new Set<string>();
  const queue = [...from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const schema = components[name];
    if (schema === undefined) throw new SpecRefused(`#/components/schemas/${name}: not in the spec`);
    if (seen.has(name) || !isObject(schema)) continue;
    seen.add(name);
    queue.push(...mentionedComponents(schema));
  }
  return seen;
};

const heldComponents = (part: Json): readonly string[] => {
  const names: string[] = [];
  mapHeldSchemas(part, (schema) => {
    const name = componentName(schema["$ref"]);
    if (name !== undefined) names.push(name);
    return schema;
  });
  return names;
};

/** The components that are, or mention, one of the given, at any depth. */
const leadingTo = (components: JsonObject, targets: readonly string[]): ReadonlySet<string> => {
  const holders = new Map<string, string[]>();
  for (const [holder, schema] of Object.entries(components)) {
    for (const name of isObject(schema) ? mentionedComponents(schema) : []) {
      holders.set(name, [...(holders.get(name) ?? []), holder]);
    }
  }
  const found = new Set(targets);
  for (const name of found) for (const holder of holders.get(name) ?? []) found.add(holder);
  return found;
};

/** Splits a document part into what goes out (parameters, request bodies) and what comes in (responses). */
const isRequestMember = (name: string) =>
  name === "parameters" || name === "requestBody" || name === "requestBodies";

const requestParts = (part: Json): readonly Json[] => {
  if (isArray(part)) return part.flatMap(requestParts);
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    isRequestMember(name) ? [value] : name === "schemas" ? [] : requestParts(value),
  );
};

const mapSides = (
  part: Json,
  change: {
    readonly request: (schema: JsonObject) => JsonObject;
    readonly response: (schema: JsonObject) => JsonObject;
  },
): Json => {
  if (isArray(part)) return part.map((item) => mapSides(item, change));
  if (!isObject(part)) return part;
  return mapMembers(part, (value, name) => {
    if (isRequestMember(name)) return mapHeldSchemas(value, change.request);
    if (name === "responses") return mapHeldSchemas(value, change.response);
    return name === "schemas" ? value : mapSides(value, change);
  });
};

/**
 * The spec as a client meets it: in everything that comes in, required properties outside `x-strict` are optional, and
 * there is nothing that is `writeOnly`; in what goes out, nothing that is `readOnly`.
 *
 * What goes out is otherwise as documented. A component that is sent, and whose two forms differ (itself or through a
 * reference), has the form of requests under `<Name>InRequest`; its own name is what comes in.
 */
export const responseView = (document: JsonObject): JsonObject => {
  // The body of a webhook is called a request, and comes in.
  const { webhooks, ...called } = document;
  const comingIn = (schema: JsonObject): JsonObject =>
    without(
      document,
      document["x-open-answers"] === true ? opened(document, loosen(schema)) : loosen(schema),
      "writeOnly",
    );
  const goingOut = (schema: JsonObject): JsonObject => without(document, schema, "readOnly");
  const holders = objectAt(document, "components");
  const components = objectAt(holders, "schemas");
  const different = Object.entries(components).filter(
    ([, schema]) =>
      isObject(schema) &&
      JSON.stringify(mapSchema(schema, comingIn)) !== JSON.stringify(mapSchema(schema, goingOut)),
  );
  const outgoing = reachable(components, requestParts(called).flatMap(heldComponents));
  const reaching = leadingTo(
    components,
    different.map(([name]) => name),
  );
  const kept = requestNames(
    [...outgoing].filter((name) => reaching.has(name)),
    components,
  );

  const toKept = (schema: JsonObject): JsonObject => {
    const name = kept.get(componentName(schema["$ref"]) ?? "");
    return name === undefined ? schema : { ...schema, $ref: `#/components/schemas/${name}` };
  };
  const bothForms = ([name, schema]: readonly [string, Json]): readonly (readonly [string, Json])[] => {
    if (!isObject(schema)) return [[name, schema]];
    const requestName = kept.get(name);
    if (requestName === undefined) return [[name, mapSchema(schema, comingIn)]];
    return [
      [name, mapSchema(schema, comingIn)],
      [requestName, mapSchema(mapSchema(schema, goingOut), toKept)],
    ];
  };
  const schemas = Object.fromEntries(Object.entries(components).flatMap(bothForms));

  const sided = mapSides(called, { request: goingOut, response: comingIn });
  // Afterwards: what a reference leads to is looked up by its name in the document.
  const view = mapSides(sided, { request: toKept, response: (schema) => schema });
  const viewed = isObject(view) ? view : called;
  const received = webhooks === undefined ? {} : { webhooks: mapHeldSchemas(webhooks, comingIn) };
  return { ...viewed, ...received, components: { ...objectAt(viewed, "components"), schemas } };
};
