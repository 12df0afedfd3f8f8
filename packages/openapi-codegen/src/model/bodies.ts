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

/** How a body is written and read. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "bytes";

/** What is taken where a body may be several things, the first that is there. */
export const SENT: readonly BodyKind[] = ["json", "form", "multipart", "text", "bytes"];
export const RECEIVED: readonly BodyKind[] = ["json", "text", "bytes"];

/** A body as one media type of its `content` describes it. */
export interface BodyModel {
  /** As the spec writes it: the key under `content`. */
  readonly mediaType: string;
  readonly kind: BodyKind;
  readonly schema: JsonObject;
  /** Of a form or of parts: how members are written that are not written by themselves. */
  readonly encoding: JsonObject;
}

const FORM = "application/x-www-form-urlencoded";
const TEXT = /^(?:text\/(?!event-stream$).*|application\/(?:[\w.+-]+\+)?(?:xml|yaml)|application\/x-ndjson)$/;

/** The kind of a media type; what nobody here knows are bytes. */
export const kindOf = (type: string): BodyKind => {
  const name = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (isJsonType(name)) return "json";
  if (name === FORM) return "form";
  if (name === "multipart/form-data") return "multipart";
  return TEXT.test(name) ? "text" : "bytes";
};

/** Whether a media type names one, and not a whole range of them. */
export const isConcrete = (type: string): boolean => !type.includes("*");

/** The body under `content`, or undefined where there is none. Refuses content of other kinds alone. */
export const bodyOf = (
  document: JsonObject,
  { holder, kinds }: { readonly holder: JsonObject; readonly kinds: readonly BodyKind[] },
  where: string,
): BodyModel | undefined => {
  const content = Object.entries(objectAt(holder, "content"));
  if (content.length === 0) return undefined;
  const known = kinds.flatMap((kind) =>
    content.filter(([type]) => kindOf(type) === kind).map(([type]) => type),
  );
  const mediaType = known.find((type) => type === "application/json") ?? known[0];
  if (mediaType === undefined) {
    const types = content.map(([type]) => type).join(", ");
    throw new SpecRefused(`${where}: content must be ${kinds.join(" or ")}, not ${types} alone`);
  }
  const kind = kindOf(mediaType);
  const media = dereference(document, objectAt(holder, "content")[mediaType]);
  const { schema } = media;
  // JSON without schema is any JSON, and of a text or bytes nothing is asked; of a form nothing would be known.
  const isNeeded = kind === "form" || kind === "multipart";
  if (!isObject(schema) && (isNeeded || schema !== undefined)) {
    throw new SpecRefused(`${where}: ${mediaType} needs a schema`);
  }
  const unsaid: JsonObject = kind === "text" ? { type: "string" } : {};
  return {
    mediaType,
    kind,
    schema: isObject(schema) ? schema : unsaid,
    encoding: objectAt(media, "encoding"),
  };
};

/** The examples of a request body or response, by name; one without a name is called `example`. */
export const exampleBodies = (
  document: JsonObject,
  holder: Json | undefined,
): readonly (readonly [string, Json])[] => {
  const all = objectAt(dereference(document, holder), "content");
  const known = RECEIVED.flatMap((kind) => Object.keys(all).filter((type) => kindOf(type) === kind));
  const content = objectAt(all, known.find((type) => type === "application/json") ?? known[0] ?? "");
  // An example that lies elsewhere (`externalValue`) cannot be answered with.
  const named = Object.entries(objectAt(content, "examples")).flatMap(([name, example]) => {
    const value = dereference(document, example)["value"];
    return value === undefined ? [] : [[name, value] as const];
  });
  return content["example"] === undefined ? named : [["example", content["example"]], ...named];
};
