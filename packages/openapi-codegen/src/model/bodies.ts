import {
  dereference,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  SpecRefused,
} from "../document/json.ts";

/** Whether a media type is JSON: `application/json`, or any `+json`, parameters aside. */
export const isJsonType = (type: string): boolean =>
  /^application\/(?:[\w.+-]+\+)?json$/.test(type.split(";")[0]?.trim().toLowerCase() ?? "");

/** A body as one media type of its `content` describes it. */
export interface BodyModel {
  /** As the spec writes it: the key under `content`. */
  readonly mediaType: string;
  readonly kind: "json" | "form";
  readonly schema: JsonObject;
  /** Of a form: how members are written that are not written as a query would be. */
  readonly encoding: JsonObject;
}

const FORM = "application/x-www-form-urlencoded";

const kindOf = (type: string): BodyModel["kind"] | undefined => {
  if (isJsonType(type)) return "json";
  return type.split(";")[0]?.trim().toLowerCase() === FORM ? "form" : undefined;
};

/**
 * The body under `content`, or undefined where there is none: JSON where it is among the media types, and of those that
 * say the same `application/json`; else, where a body is sent, a form. Refuses content of other kinds alone.
 */
export const bodyOf = (
  document: JsonObject,
  { holder, kinds }: { readonly holder: JsonObject; readonly kinds: readonly BodyModel["kind"][] },
  where: string,
): BodyModel | undefined => {
  const content = Object.entries(objectAt(holder, "content"));
  if (content.length === 0) return undefined;
  const known = kinds.flatMap((kind) =>
    content.filter(([type]) => kindOf(type) === kind).map(([type]) => type),
  );
  const mediaType = known.find((type) => type === "application/json") ?? known[0];
  const kind = mediaType === undefined ? undefined : kindOf(mediaType);
  if (mediaType === undefined || kind === undefined) {
    const types = content.map(([type]) => type).join(", ");
    throw new SpecRefused(
      `${where}: content must be ${kinds.map((one) => NAMES[one]).join(" or ")}, not ${types} alone`,
    );
  }
  const media = dereference(document, objectAt(holder, "content")[mediaType]);
  const schema = media["schema"];
  // Content without schema is any JSON; of a form nothing would be known.
  if (!isObject(schema) && (kind === "form" || schema !== undefined)) {
    throw new SpecRefused(`${where}: ${mediaType} needs a schema`);
  }
  return { mediaType, kind, schema: isObject(schema) ? schema : {}, encoding: objectAt(media, "encoding") };
};

const NAMES = { json: "application/json", form: FORM } as const;

/** The JSON examples of a request body or response, by name; one without a name is called `example`. */
export const exampleBodies = (
  document: JsonObject,
  holder: Json | undefined,
): readonly (readonly [string, Json])[] => {
  const content = objectAt(objectAt(dereference(document, holder), "content"), "application/json");
  // An example that lies elsewhere (`externalValue`) cannot be answered with.
  const named = Object.entries(objectAt(content, "examples")).flatMap(([name, example]) => {
    const value = dereference(document, example)["value"];
    return value === undefined ? [] : [[name, value] as const];
  });
  return content["example"] === undefined ? named : [["example", content["example"]], ...named];
};
