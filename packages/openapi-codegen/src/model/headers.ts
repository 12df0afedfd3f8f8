import { dereference, isObject, type JsonObject, objectAt } from "../document/json.ts";

/** A header that an answer is documented to have. */
export interface HeaderModel {
  /** In small letters. */
  readonly name: string;
  /** `HeaderKind` of `@tieout/http`. */
  readonly kind: "text" | "integer" | "number" | "boolean";
}

const KINDS = ["integer", "number", "boolean"] as const;

/** OpenAPI ignores a response header of this name: the media type says it. */
const CONTENT_TYPE = "content-type";

const kindOf = (document: JsonObject, header: JsonObject): HeaderModel["kind"] => {
  const { type } = dereference(document, header["schema"]);
  return KINDS.find((kind) => kind === type) ?? "text";
};

/** The headers of all answers that mean success. One that two of them document otherwise is a text. */
export const headersOf = (document: JsonObject, answers: readonly JsonObject[]): readonly HeaderModel[] => {
  const found = new Map<string, HeaderModel["kind"]>();
  for (const [name, value] of answers.flatMap((answer) => Object.entries(objectAt(answer, "headers")))) {
    const key = name.toLowerCase();
    const header = dereference(document, value);
    if (key === CONTENT_TYPE || !isObject(header)) continue;
    const kind = kindOf(document, header);
    found.set(key, (found.get(key) ?? kind) === kind ? kind : "text");
  }
  return [...found].map(([name, kind]) => ({ name, kind }));
};
