import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { isObject, type JsonObject, objectAt, SpecRefused, textsOf } from "../document/json.ts";
import { componentName, mapSchema } from "../document/schema-walk.ts";
import { componentId, validatorSchema } from "./validator-schema.ts";

const HELPER = /require\("([^"]+)"\)(\.default)?/g;

/**
 * Replaces each helper that the compiler asks for with `require` by one import, named by its order.
 * The helpers are CommonJS: Node and bundlers give what they export with its `default` inside, others give that `default`.
 */
const withImports = (code: string): string => {
  const modules = [...new Set([...code.matchAll(HELPER)].map((match) => match[1] ?? ""))].sort();
  const imports = modules.map((name, index) => `import helper${index} from "${name}.js";`);
  const body = code.replace(HELPER, (_, name: string, inner: string | undefined) => {
    const helper = `helper${modules.indexOf(name)}`;
    return inner === undefined ? helper : `(${helper}.default ?? ${helper})`;
  });
  return [...imports, body.replace(/^"use strict";/, "")].join("\n");
};

/**
 * A scheme, and after it only what a URI may hold (RFC 3986). The one of ajv-formats takes the parts of an address
 * apart, which costs more than to parse the body around it.
 */
const URI = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;

/**
 * Whether a schema has a member of a name that every object inherits, such as `constructor`: then only own members count.
 * Elsewhere they need not be told from others, and the code is shorter.
 */
const hasInheritedNames = (document: JsonObject, schemas: NamedSchemas): boolean => {
  const components = Object.values(objectAt(objectAt(document, "components"), "schemas")).filter(isObject);
  let isFound = false;
  for (const schema of [...components, ...schemas.map(([, one]) => one)]) {
    mapSchema(schema, (inner) => {
      const names = [...Object.keys(objectAt(inner, "properties")), ...textsOf(inner["required"])];
      isFound ||= names.some((name) => name in {});
      return inner;
    });
  }
  return isFound;
};

/** Schemas to compile, each with the name that its function is exported under. */
export type NamedSchemas = readonly (readonly [string, JsonObject])[];

/**
 * Compiles one function for each schema, together in one module. With `readsTexts` they take texts for numbers and
 * booleans, and one value for a list, as they stand in a URL.
 *
 * Collects all errors, knows formats, and refuses at generation any keyword or format that it does not know.
 * Functions refer to each other only as far as their schemas do, so a bundler drops those that nobody uses.
 */
export const compileValidators = (
  document: JsonObject,
  schemas: NamedSchemas,
  { readsTexts = false }: { readonly readsTexts?: boolean } = {},
): string => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    discriminator: true,
    ownProperties: hasInheritedNames(document, schemas),
    coerceTypes: readsTexts && "array",
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  // The specs use neither keyword family; without them no function carries the bookkeeping they need.
  ajv.opts.unevaluated = false;
  ajv.opts.dynamicRef = false;
  formats.default(ajv);
  ajv.addFormat("uri", URI);

  try {
    // Each component is a schema of its own, so that it becomes one function however many operations use it.
    for (const [name, schema] of Object.entries(objectAt(objectAt(document, "components"), "schemas"))) {
      if (isObject(schema)) ajv.addSchema({ $id: componentId(name), ...validatorSchema(document, schema) });
    }
    const exported = schemas.map(([name, schema]) => {
      const component = componentName(schema["$ref"]);
      if (component !== undefined) return [name, componentId(component)] as const;
      ajv.addSchema({ $id: `/${name}/body`, ...validatorSchema(document, schema) });
      return [name, `/${name}/body`] as const;
    });
    // The compiler would write a function twice that is exported under two names.
    const firstName = new Map(exported.toReversed().map(([name, id]) => [id, name]));
    const code = standalone.default(ajv, Object.fromEntries([...firstName].map(([id, name]) => [name, id])));
    const aliases = exported
      .filter(([name, id]) => firstName.get(id) !== name)
      .map(([name, id]) => `export const ${name} = ${firstName.get(id)};`);
    return [withImports(code), ...aliases, ""].join("\n");
  } catch (error) {
    throw new SpecRefused(`validators: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};
