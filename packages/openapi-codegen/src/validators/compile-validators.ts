import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { isObject, type JsonObject, objectAt, pointerToken, SpecRefused, textsOf } from "../document/json.ts";
import { componentName, mapSchema } from "../document/schema-walk.ts";
import { PURE } from "./code.ts";
import { URI } from "./format-code.ts";
import { componentId, TOLERANCE, validatorSchema } from "./validator-schema.ts";
import type { NamedSchemas } from "./write-checks.ts";

const HELPER = /require\("([^"]+)"\)(\.default)?/g;

/**
 * Replaces each helper that the compiler asks for with `require` by one import, named by its order.
 * What is made as the module is loaded says that it may be dropped. The helpers are CommonJS: Node and bundlers give what they export with its `default` inside, others give that `default`.
 */
const withImports = (code: string): string => {
  const modules = [...new Set([...code.matchAll(HELPER)].map((match) => match[1] ?? ""))].sort();
  const imports = modules.map((name, index) => `import helper${index} from "${name}.js";`);
  const body = code.replace(HELPER, (_, name: string, inner: string | undefined) => {
    const helper = `helper${modules.indexOf(name)}`;
    return inner === undefined ? helper : `${PURE} inner(${helper})`;
  });
  const isInner = body.includes(`${PURE} inner(`);
  return [
    ...imports,
    ...(isInner ? ["const inner = (helper) => helper.default ?? helper;"] : []),
    body.replace(/^"use strict";/, "").replaceAll(/^(const pattern\d+ = )(new RegExp\()/gm, `$1${PURE} $2`),
  ].join("\n");
};

/** What the schemas of a document ask of the compiler. */
interface Traits {
  /**
   * Whether a schema has a member of a name that every object inherits, such as `constructor`: then only own members
   * count. Elsewhere they need not be told from others, and the code is shorter.
   */
  readonly hasInheritedNames: boolean;
  /** Whether a pattern is one only without the flag for Unicode. */
  readonly hasOldPatterns: boolean;
  /** Whether a keyword depends on what others have looked at. */
  readonly hasUnevaluated: boolean;
}

const isPattern = (pattern: string, flags: string): boolean => {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
};

const componentsOf = (document: JsonObject): JsonObject =>
  objectAt(objectAt(document, "components"), "schemas");

const traitsOf = (document: JsonObject, schemas: NamedSchemas): Traits => {
  const components = Object.values(componentsOf(document)).filter(isObject);
  const found = { hasInheritedNames: false, hasOldPatterns: false, hasUnevaluated: false };
  for (const schema of [...components, ...schemas.map(([, one]) => one)]) {
    mapSchema(schema, (inner) => {
      const names = [...Object.keys(objectAt(inner, "properties")), ...textsOf(inner["required"])];
      const patterns = [
        ...textsOf([inner["pattern"] ?? ""]),
        ...Object.keys(objectAt(inner, "patternProperties")),
      ];
      found.hasInheritedNames ||= names.some((name) => name in {});
      found.hasOldPatterns ||= patterns.some((pattern) => !isPattern(pattern, "u") && isPattern(pattern, ""));
      found.hasUnevaluated ||= "unevaluatedProperties" in inner || "unevaluatedItems" in inner;
      return inner;
    });
  }
  return found;
};

/** A compiler that knows the components of a document, and the schemas by what they are compiled under. */
const compilerOf = (
  document: JsonObject,
  schemas: NamedSchemas,
  {
    readsTexts = false,
    onFault,
  }: { readonly readsTexts?: boolean; readonly onFault?: (id: string, reason: string) => void },
) => {
  const traits = traitsOf(document, schemas);
  const ajv = new Ajv2020({
    allErrors: true,
    // Of a document that others wrote, what is only style is none of ours.
    ...(document["x-taken-as-is"] === true
      ? { strictSchema: true, strictTypes: false, strictTuples: false, strictRequired: false }
      : { strict: true }),
    allowUnionTypes: true,
    discriminator: true,
    ownProperties: traits.hasInheritedNames,
    unicodeRegExp: !traits.hasOldPatterns,
    coerceTypes: readsTexts && "array",
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  // Without it no function carries the bookkeeping that the keywords need.
  ajv.opts.unevaluated = traits.hasUnevaluated;
  ajv.opts.dynamicRef = false;
  formats.default(ajv);
  ajv.addFormat("uri", URI);
  ajv.addVocabulary([...TOLERANCE]);
  // Each component is a schema of its own, so that it becomes one function however many operations use it.
  const add = (id: string, schema: JsonObject) => {
    try {
      ajv.addSchema({ $id: id, ...validatorSchema(document, schema) });
    } catch (error) {
      if (onFault === undefined) throw error;
      onFault(id, refused(error).message);
    }
  };
  for (const [name, schema] of Object.entries(componentsOf(document))) {
    if (isObject(schema)) add(componentId(name), schema);
    else onFault?.(componentId(name), "is no schema");
  }
  const exported = schemas.map(([name, schema]) => {
    const component = componentName(schema["$ref"]);
    if (component !== undefined) return [name, componentId(component)] as const;
    add(`/${name}/body`, schema);
    return [name, `/${name}/body`] as const;
  });
  return { ajv, exported };
};

const refused = (error: unknown): SpecRefused => {
  if (error instanceof SpecRefused) return error;
  return new SpecRefused(`validators: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
};

/** Why schemas of a document cannot be compiled. */
interface SchemaFaults {
  /** By the name that a function of it would have. */
  readonly named: ReadonlyMap<string, string>;
  /** Components of which no schema can be made, by the reference to them. */
  readonly components: ReadonlyMap<string, string>;
}

/** Finds the schemas that cannot be compiled. Each by itself, so that one costs only what uses it. */
export const faultsOfSchemas = (document: JsonObject, schemas: NamedSchemas): SchemaFaults => {
  const reasons = new Map<string, string>();
  const onFault = (id: string, reason: string) => reasons.set(id, reason);
  const { ajv, exported } = compilerOf(document, schemas, { onFault });
  const named = new Map<string, string>();
  for (const [name, id] of exported) {
    try {
      const own = reasons.get(id);
      if (own !== undefined) throw new SpecRefused(own);
      ajv.getSchema(id);
    } catch (error) {
      named.set(name, refused(error).message);
    }
  }
  const components = Object.keys(componentsOf(document)).flatMap((name) => {
    const reason = reasons.get(componentId(name));
    return reason === undefined ? [] : [[`#/components/schemas/${pointerToken(name)}`, reason] as const];
  });
  return { named, components: new Map(components) };
};

/** Throws for a schema that cannot be compiled, or says something that nothing here would carry out. */
export const demandCompilable = (document: JsonObject, schemas: NamedSchemas): void => {
  // What can be made of a document of others was found before.
  if (document["x-taken-as-is"] === true) return;
  try {
    const { ajv, exported } = compilerOf(document, schemas, {});
    for (const [, id] of exported) ajv.getSchema(id);
  } catch (error) {
    throw refused(error);
  }
};

/**
 * Compiles one function for each schema, together in one module, that takes texts for numbers and booleans, and one value for a
 * list, as they stand in a URL.
 */
export const compileForTexts = (document: JsonObject, schemas: NamedSchemas): string => {
  try {
    const { ajv, exported } = compilerOf(document, schemas, { readsTexts: true });
    // The compiler would write a function twice that is exported under two names.
    const firstName = new Map(exported.toReversed().map(([name, id]) => [id, name]));
    const code = standalone.default(ajv, Object.fromEntries([...firstName].map(([id, name]) => [name, id])));
    const aliases = exported
      .filter(([name, id]) => firstName.get(id) !== name)
      .map(([name, id]) => `export const ${name} = ${firstName.get(id)};`);
    return [withImports(code), ...aliases, ""].join("\n");
  } catch (error) {
    throw refused(error);
  }
};
