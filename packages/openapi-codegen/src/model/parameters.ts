import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { type BodyModel, isJsonType } from "./bodies.ts";
import { isMarkedFile } from "./files.ts";

/** The ways to write a parameter that each place knows, the first being what holds where nothing is said. */
const STYLES = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const;

type Place = keyof typeof STYLES;

export const PLACES: readonly Place[] = ["path", "query", "header", "cookie"];

/** One parameter of an operation, and how it is written. */
export interface ParameterModel {
  readonly name: string;
  readonly in: Place;
  readonly required: boolean;
  readonly schema: JsonObject;
  readonly style: (typeof STYLES)[Place][number];
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Written as JSON, in place of a style. */
  readonly isJson: boolean;
}

/** Headers that OpenAPI takes from elsewhere: parameters of these names are ignored, as it says they are. */
const OWNED_HEADERS = ["accept", "content-type", "authorization"];

/**
 * Reads the parameters of an operation: those of its path, and its own, which replace others of the same name and place.
 * Refuses what no client could write as the spec says, and a path whose names and parameters do not fit together.
 */
export const parametersOf = (
  document: JsonObject,
  {
    path,
    item,
    operation,
  }: { readonly path: string; readonly item: JsonObject; readonly operation: JsonObject },
  where: string,
): readonly ParameterModel[] => {
  const all = [item, operation]
    .flatMap((holder) => (isArray(holder["parameters"]) ? holder["parameters"] : []))
    .map((value) => parameterOf(document, dereference(document, value), where));
  const byPlace = new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  const parameters = [...byPlace.values()].filter(
    ({ in: place, name }) => place !== "header" || !OWNED_HEADERS.includes(name.toLowerCase()),
  );
  const inTemplate = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const missing = inTemplate.find((name) => !inPath.includes(name));
  const idle = inPath.find((name) => !inTemplate.includes(name));
  if (missing !== undefined)
    throw new SpecRefused(`${where}: no parameter says what {${missing}} of ${path} is`);
  if (idle !== undefined) throw new SpecRefused(`${where}: ${path} has no {${idle}} for its path parameter`);
  if (new Set(inTemplate).size < inTemplate.length)
    throw new SpecRefused(`${where}: ${path} names a parameter twice`);
  return parameters;
};

const parameterOf = (document: JsonObject, parameter: JsonObject, where: string): ParameterModel => {
  const place = PLACES.find((one) => one === parameter["in"]);
  const name = textAt(parameter, "name");
  if (place === undefined || name === undefined) {
    throw new SpecRefused(`${where}: a parameter has a name, and is in ${PLACES.join(", ")}`);
  }
  const at = `${where}: parameter ${name} in ${place}`;
  const content = contentOf(document, parameter, at);
  const given = parameter["style"];
  const style = STYLES[place].find((one) => one === given) ?? STYLES[place][0];
  if (given !== undefined && given !== style) {
    throw new SpecRefused(`${at}: style is one of ${STYLES[place].join(", ")}`);
  }
  // Of an object in brackets there is one form only, which is the exploded one.
  const explode =
    typeof parameter["explode"] === "boolean"
      ? parameter["explode"]
      : style === "form" || style === "deepObject";
  const model: ParameterModel = {
    name,
    in: place,
    // A path without one of its parts is another path.
    required: parameter["required"] === true || place === "path",
    schema: content ?? schemaAt(parameter, at),
    style,
    explode,
    allowReserved: parameter["allowReserved"] === true && place === "query",
    isJson: content !== undefined,
  };
  if (!model.isJson) refuseUndefined(document, model, at);
  return model;
};

const schemaAt = (holder: JsonObject, at: string): JsonObject => {
  const schema = holder["schema"];
  if (isObject(schema)) return schema;
  throw new SpecRefused(`${at}: has neither schema nor content`);
};

const contentOf = (document: JsonObject, parameter: JsonObject, at: string): JsonObject | undefined => {
  if (parameter["content"] === undefined) return undefined;
  const entries = Object.entries(objectAt(parameter, "content"));
  const [type, media] = entries[0] ?? ["", {}];
  if (parameter["schema"] !== undefined || entries.length !== 1 || !isJsonType(type)) {
    throw new SpecRefused(`${at}: content is JSON alone, and stands in place of a schema`);
  }
  if (parameter["in"] === "cookie") throw new SpecRefused(`${at}: no cookie can hold JSON`);
  return schemaAt(dereference(document, media), at);
};

/** Refuses what OpenAPI's table of style examples gives no form for. */
const refuseUndefined = (
  document: JsonObject,
  { style, explode, schema, ...rest }: ParameterModel,
  at: string,
): void => {
  const kinds = kindsOf(document, schema);
  const isMany = kinds.has("array") || kinds.has("object");
  if ((style === "spaceDelimited" || style === "pipeDelimited") && (explode || !isMany)) {
    throw new SpecRefused(`${at}: ${style} is for lists and objects with explode: false`);
  }
  // Documents of others have it for what is an object or a text; a text goes out as if it were in no brackets.
  if (style === "deepObject" && (!explode || (!isMany && document["x-taken-as-is"] !== true))) {
    throw new SpecRefused(`${at}: deepObject is for objects with explode: true`);
  }
  if (rest.in === "cookie" && explode && isMany) {
    throw new SpecRefused(`${at}: a list or object in a cookie needs explode: false`);
  }
};

/** The types that a value may have, as far as its schema says; through references and choices. */
const kindsOf = (document: JsonObject, schema: Json | undefined, depth = 0): ReadonlySet<string> => {
  const here = dereference(document, schema);
  const type = here["type"];
  if (typeof type === "string") return new Set([type]);
  if (isArray(type)) return new Set(type.filter((one) => typeof one === "string"));
  const inner = [here["anyOf"], here["oneOf"], here["allOf"]].filter(isArray).flat();
  if (depth > 20) return new Set();
  const own = here["properties"] === undefined ? [] : ["object"];
  return new Set([...own, ...inner.flatMap((one) => [...kindsOf(document, one, depth + 1)])]);
};

/**
 * How the members of a form are written that are not written as a query would write them: by their `encoding`, or as JSON,
 * which is what holds for objects. Refuses what neither gives a form for.
 */
export const formOf = (document: JsonObject, { schema, encoding }: BodyModel, where: string): JsonObject => {
  const members = membersOf(document, schema);
  const names = new Set([...Object.keys(members), ...Object.keys(encoding)]);
  const rules = [...names].flatMap((name): readonly (readonly [string, JsonObject])[] => {
    const own = objectAt(encoding, name);
    const type = textAt(own, "contentType");
    const isStyled = ["style", "explode", "allowReserved"].some((rule) => rule in own);
    const parameter = { name, in: "query", schema: members[name] ?? {}, ...own };
    const isJson = !isStyled && (isJsonType(type ?? "") || kindsOf(document, members[name]).has("object"));
    if (isJson) return [[name, { isJson }]];
    if (type !== undefined && !isStyled && !/^text\/plain\b/.test(type)) {
      throw new SpecRefused(`${where}: ${name} of the form: ${type} is no content that a form can hold`);
    }
    const metadata = parameterMetadata(parameterOf(document, parameter, `${where}: form`));
    if (metadata === undefined) return [];
    const { name: _, in: __, ...special } = metadata;
    return [[name, special]];
  });
  return Object.fromEntries(rules);
};

/** How the members of a body in parts are written that are not written by themselves: files, and by their `encoding`. */
export const partsOfForm = (
  document: JsonObject,
  { schema, encoding }: BodyModel,
  where: string,
): JsonObject => {
  const members = membersOf(document, schema);
  const rules = [...new Set([...Object.keys(members), ...Object.keys(encoding)])].flatMap((name) => {
    const type = textAt(objectAt(encoding, name), "contentType");
    // Of several, or of a range of them, a file says by itself which it is.
    const contentType = type !== undefined && !/[,*]/.test(type) ? type : undefined;
    const isFile = isMarkedFile(members[name]);
    if (isObject(objectAt(encoding, name)["headers"]))
      throw new SpecRefused(`${where}: ${name} of the parts: no part can have headers of its own`);
    const rule = { ...(isFile && { isFile }), ...(contentType !== undefined && !isFile && { contentType }) };
    return Object.keys(rule).length === 0 ? [] : [[name, rule] as const];
  });
  return Object.fromEntries(rules);
};

/** The members of an object by name, those of its parts included. */
const membersOf = (document: JsonObject, schema: Json, depth = 0): JsonObject => {
  const { properties, allOf } = dereference(document, schema);
  const parts = depth < 10 && isArray(allOf) ? allOf : [];
  return Object.assign(
    {},
    ...parts.map((part) => membersOf(document, part, depth + 1)),
    isObject(properties) ? properties : {},
  );
};

/** As much of a parameter as the transport has to know, where it is not written by the default of its place. */
export const parameterMetadata = ({
  name,
  in: place,
  style,
  explode,
  allowReserved,
  isJson,
}: ParameterModel) => {
  const own = STYLES[place][0];
  const special = {
    ...(style !== own && { style }),
    ...(explode !== (style === "form") && style !== "deepObject" && { explode }),
    ...(allowReserved && { allowReserved }),
    ...(isJson && { isJson }),
  };
  return Object.keys(special).length === 0 ? undefined : { name, in: place, ...special };
};

/** The schema of the parameters of one place, by name: it knows no others. */
export const schemaOfPlace = (place: Place, parameters: readonly ParameterModel[]): JsonObject => {
  const here = parameters.filter((parameter) => parameter.in === place);
  const required = here.filter((parameter) => parameter.required).map(({ name }) => name);
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema] as const)),
  };
};

/** The schema of all parameters of an operation together, by place. */
export const parametersSchema = (parameters: readonly ParameterModel[]): JsonObject => {
  const isUsed = (place: Place) => parameters.some((parameter) => parameter.in === place);
  const schemas = PLACES.map((place): readonly [string, JsonObject] => [
    place,
    isUsed(place) ? schemaOfPlace(place, parameters) : { type: "object", maxProperties: 0 },
  ]);
  return { type: "object", properties: Object.fromEntries(schemas) };
};
