import { isHeaderText, isPlain } from "./errors/clean-text.ts";
import type { OptionRule } from "./options.ts";

/** An object of which each member has to be something. */
export const each = (expected: string, takes: (value: unknown) => boolean): OptionRule => ({
  expected: `an object of ${expected}`,
  takes: (value) => isPlain(value) && Object.values(value).every(takes),
});

/** Lists of names, any of which will do, such as of schemes of keys. */
export const areAlternatives = (value: unknown): value is readonly (readonly string[])[] =>
  Array.isArray(value) &&
  value.every((names) => Array.isArray(names) && names.every((name) => typeof name === "string"));

const isOperation = (value: unknown): boolean => {
  const { id, method, path, retry, idempotencyKey, server, pagination, ...rest } = Object(value);
  const { contentType, accept, writes, reads, readsHeaders, walks, idempotencyKeyIn, ...lists } = rest;
  return (
    [id, method, path, retry].every((text) => typeof text === "string") &&
    /^[A-Za-z]+$/.test(method) &&
    /^\/[^\s?#]*$/.test(path) &&
    /^(?:safe|keyed|never)$/.test(retry) &&
    [idempotencyKey, server, contentType, accept].every(isTextOrNone) &&
    [pagination, reads].every((object) => object === undefined || isPlain(object)) &&
    /^(?:undefined|body|header)$/.test(String(idempotencyKeyIn)) &&
    [writes, readsHeaders, walks].every((code) => code === undefined || typeof code === "function") &&
    [lists.emptyStatuses, lists.parameters].every((list) => list === undefined || Array.isArray(list)) &&
    (lists.parameters ?? []).every(isPlain) &&
    (lists.security === undefined || areAlternatives(lists.security))
  );
};

/** A text that a header can carry: each of them may come to stand in one. */
const isTextOrNone = (text: unknown): boolean =>
  text === undefined || (typeof text === "string" && isHeaderText(text));

/** Operations by id, as the specs give them. */
export const OPERATIONS: OptionRule = {
  .../* @__PURE__ */ each("operations: id, method, path and retry", isOperation),
  isRequired: true,
};

/** What the parameters and bodies of operations are held against, by id. */
export const CHECKS: OptionRule = {
  .../* @__PURE__ */ each("checks by operation", (value) => {
    const { parameters, request, response } = Object(value);
    return (
      (value === undefined || isPlain(value)) &&
      [parameters, request, response].every((check) => check === undefined || typeof check === "function")
    );
  }),
  isRequired: true,
};

/** Headers by name. */
export const HEADERS: OptionRule = /* @__PURE__ */ each(
  "texts that a header can carry",
  (value) => typeof value === "string" && isHeaderText(value),
);
