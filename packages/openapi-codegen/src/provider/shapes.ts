import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  pointerToken,
  SpecRefused,
} from "../document/json.ts";

const demandObjects = (held: Json | undefined, at: string): void => {
  if (held === undefined || held === null) return;
  if (!isObject(held)) throw new SpecRefused(`${at}: is no object`);
  for (const [name, value] of Object.entries(held)) {
    if (!isObject(value)) throw new SpecRefused(`${at}/${pointerToken(name)}: is no object`);
  }
};

/** Refuses an operation of which a part is not of the kind that OpenAPI wants: what is read and what is typed both rest on it. */
export const demandShaped = (operation: JsonObject, at: string): void => {
  const { parameters } = operation;
  if (parameters !== undefined && !isArray(parameters)) throw new SpecRefused(`${at}/parameters: is no list`);
  demandObjects(operation["responses"], `${at}/responses`);
  demandObjects(objectAt(operation, "requestBody")["content"], `${at}/requestBody/content`);
  for (const [status, answer] of Object.entries(objectAt(operation, "responses"))) {
    const here = `${at}/responses/${pointerToken(status)}`;
    if (isObject(answer)) demandObjects(answer["content"], `${here}/content`);
  }
};

/** Refuses a path that cannot be written into the types: one with a percent sign that stands for itself. */
export const demandReadablePath = (path: string): void => {
  try {
    decodeURIComponent(decodeURIComponent(path));
  } catch {
    throw new SpecRefused(`${path}: a percent sign in a path begins the number of a character`);
  }
};
