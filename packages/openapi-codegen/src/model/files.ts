import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  textAt,
} from "../document/json.ts";
import { kindOf } from "./bodies.ts";

/** A file, or a list of them: `Blob` in the types; what it holds is checked by nobody. */
const A_FILE: JsonObject = { "x-file": true };

/** Whether a schema stands for bytes, in the words of 3.0 or those of 3.1. */
const isFile = (schema: JsonObject): boolean => {
  if (schema["type"] !== undefined && schema["type"] !== "string") return false;
  if (schema["format"] === "binary") return true;
  const media = textAt(schema, "contentMediaType");
  return media !== undefined && schema["contentEncoding"] === undefined && kindOf(media) === "bytes";
};

/** The schema of parts, its members' files marked: theirs is the one place where a body can hold any. */
const withFiles = (document: JsonObject, given: Json | undefined, depth = 0): Json => {
  const schema = dereference(document, given);
  if (depth > 10) return schema;
  const members = mapMembers(objectAt(schema, "properties"), (member) => {
    const here = dereference(document, member);
    if (isFile(here)) return A_FILE;
    const items = dereference(document, here["items"]);
    return here["items"] !== undefined && isFile(items) ? { ...here, items: {}, ...A_FILE } : member;
  });
  const { allOf } = schema;
  return {
    ...schema,
    ...(Object.keys(members).length > 0 && { properties: members }),
    ...(isArray(allOf) && { allOf: allOf.map((part) => withFiles(document, part, depth + 1)) }),
  };
};

const holdsFiles = (document: JsonObject, schema: Json | undefined): boolean =>
  JSON.stringify(withFiles(document, schema)).includes('"x-file":true');

/** The document with the files that are sent in parts marked as such. */
export const withMarkedFiles = (document: JsonObject): JsonObject => {
  const mark = (part: Json, name: string): Json => {
    if (isArray(part)) return part.map((item) => mark(item, ""));
    if (!isObject(part)) return part;
    if (kindOf(name) === "multipart" && holdsFiles(document, part["schema"]))
      return { ...part, schema: withFiles(document, part["schema"]) };
    return mapMembers(part, (value, key) => (key === "schemas" ? value : mark(value, key)));
  };
  return mapMembers(document, (value, name) =>
    name === "paths" || name === "components" ? mark(value, name) : value,
  );
};

/** Whether a member of parts is a file, or a list of them. */
export const isMarkedFile = (member: Json | undefined): boolean =>
  isObject(member) && member["x-file"] === true;
