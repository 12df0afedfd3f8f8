import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import { isArray, isObject, type Json, pointerToken, SpecRefused } from "../document/json.ts";

/** One action of an overlay: what is merged into everything that its target selects, or that it goes. */
export interface Action {
  /** File and line, and the pointer to its target. */
  readonly at: string;
  /** A JSONPath (RFC 9535). */
  readonly target: string;
  /** Without it, what is selected is removed. */
  readonly update: Json | undefined;
  /** The steps to its update. */
  readonly from: readonly (string | number)[];
}

/** An operation, or several, that a client is to have. */
export interface Wanted {
  readonly at: string;
  /** An operationId, `GET /path`, or a path alone for all of its methods; `*` at its end stands for any rest. */
  readonly text: string;
}

/** What only we know of a document that somebody else wrote: OpenAPI Overlay 1.0, with `x-include`. */
export interface Overlay {
  readonly actions: readonly Action[];
  /** Without it a client has every operation. */
  readonly include: readonly Wanted[] | undefined;
  /** File, line and pointer of what steps lead to. */
  readonly at: (steps: readonly (string | number)[]) => string;
}

const MEMBERS = ["overlay", "info", "actions", "x-include"] as const;

/** Reads the text of `overlay.yaml`. `file` is how findings name it; all of them are told at once. */
export const readOverlay = (file: string, text: string): Overlay => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number, pointer: string): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}: ${pointer}`;
  };
  const at = (steps: readonly (string | number)[]): string => {
    const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    return placeAt(offset, `#${steps.map((step) => `/${pointerToken(String(step))}`).join("")}`);
  };
  const faults = document.errors.map(({ pos: [offset], message }) => `${placeAt(offset, "#")}: ${message}`);
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));

  const whole: Json = document.toJS();
  const fault = (steps: readonly (string | number)[], what: string) => faults.push(`${at(steps)}: ${what}`);
  const root = isObject(whole) ? whole : {};
  if (!isMap(document.contents)) fault([], "an overlay is an object");
  if (!/^1\.0\.\d+$/.test(String(root["overlay"]))) fault(["overlay"], "overlay must be 1.0.0");
  for (const name of Object.keys(root)) {
    // `extends` is for tools that look for the document themselves; here it lies beside the overlay.
    if (name !== "extends" && !MEMBERS.some((one) => one === name))
      fault([name], `an overlay has no ${name}`);
  }
  if (!isArray(root["actions"])) fault(["actions"], "actions must be a list");
  const actions = (isArray(root["actions"]) ? root["actions"] : []).map((action, index): Action => {
    const steps = ["actions", index] as const;
    const { target, update, remove, description: _, ...others } = isObject(action) ? action : {};
    const unknown = Object.keys(others).find((name) => !name.startsWith("x-"));
    if (unknown !== undefined) fault([...steps, unknown], `an action has no ${unknown}`);
    if (typeof target !== "string") fault(steps, "an action has a target");
    if ((update === undefined) === (remove !== true))
      fault(steps, "an action has either update or remove: true");
    return { at: at([...steps, "target"]), target: String(target), update, from: [...steps, "update"] };
  });
  const listed = root["x-include"];
  if (
    listed !== undefined &&
    !(isArray(listed) && listed.length > 0 && listed.every((one) => typeof one === "string"))
  ) {
    fault(["x-include"], "x-include must be a list of operations: an operationId, GET /path or a path");
  }
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  const include = isArray(listed)
    ? listed.map((one, index): Wanted => ({ at: at(["x-include", index]), text: String(one) }))
    : undefined;
  return { actions, include, at };
};
