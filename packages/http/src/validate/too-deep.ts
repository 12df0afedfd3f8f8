import { MAX_JSON_DEPTH } from "../send/json-shape.ts";
import { pointerOf, type Steps } from "./pointer.ts";
import type { ValidationIssue } from "./validator.ts";

/** How much of the way into a nest is named: enough for every part of an answer that can be left out. */
const NAMED_STEPS = 12;

/** An issue for each place beneath which a body is nested deeper than {@link MAX_JSON_DEPTH}, and is not looked into. */
export const tooDeep = (body: unknown): readonly ValidationIssue[] => {
  const places = new Set<string>();
  const left: { readonly value: unknown; readonly way: Steps; readonly depth: number }[] = [
    { value: body, way: [], depth: 1 },
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, way, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_JSON_DEPTH) {
      places.add(pointerOf(way));
      continue;
    }
    for (const [name, inner] of Object.entries(value)) {
      left.push({ value: inner, way: way.length < NAMED_STEPS ? [...way, name] : way, depth: depth + 1 });
    }
  }
  return [...places].map((instancePath) => ({
    instancePath,
    keyword: "maxDepth",
    params: {},
    message: `lists and objects at most ${MAX_JSON_DEPTH} deep within each other`,
  }));
};
