import { isArray, isObject, type Json } from "../document/json.ts";
import { SharedConstants } from "../write/SharedConstants.ts";

const SCHEMA = /^const (schema\d+) = (\{.*\});\n/gm;
const STEP = /^(?:\.([A-Za-z_$][\w$]*)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\])/;

const parsed = (text: string): Json => JSON.parse(text);

const memberOf = (value: Json, name: string): Json | undefined => {
  if (isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};

/** What a path that begins a text leads to within a value, as far as it does, and the rest of the text. */
const followed = (value: Json, text: string): { readonly value: Json; readonly rest: string } => {
  const step = STEP.exec(text);
  const [whole = "", plain, quoted, index] = step ?? [];
  const name = plain ?? (quoted === undefined ? index : String(parsed(`"${quoted}"`)));
  const member = name === undefined ? undefined : memberOf(value, name);
  return member === undefined ? { value, rest: text } : followed(member, text.slice(whole.length));
};

/**
 * Compiled code in which each value of a schema that it looks up stands by itself: one list of types would keep the whole
 * schema in a bundle, beside the code that is made of it.
 */
export const withOwnValues = (code: string): string => {
  const schemas = new Map([...code.matchAll(SCHEMA)].map(([, name = "", text = ""]) => [name, parsed(text)]));
  const shared = new SharedConstants("value");
  const body = code.replaceAll(SCHEMA, "");
  const used = new Set<string>();
  const short = body.replaceAll(
    /\b(schema\d+)\b((?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]|\[\d+\])*)/g,
    (whole, name: string, path: string) => {
      const schema = schemas.get(name);
      if (schema === undefined) return whole;
      const { value, rest } = followed(schema, path);
      if (rest === path) {
        used.add(name);
        return whole;
      }
      return `${shared.nameOf(value)}${rest}`;
    },
  );
  const kept = [...code.matchAll(SCHEMA)].filter(([, name = ""]) => used.has(name)).map(([line]) => line);
  const declared = shared.declarations().map((line) => `${line}\n`);
  const head = /^(?:import [^\n]*\n|const inner = [^\n]*\n)*/.exec(short)?.[0] ?? "";
  return [head, ...kept, ...declared, short.slice(head.length)].join("");
};
