import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { isObject, type JsonObject, objectAt, SpecRefused } from "./json.ts";
import { type OperationModel, operationsOf } from "./operation-model.ts";
import { componentName } from "./schema-walk.ts";
import { type Part, partsOf } from "./tolerance.ts";
import { componentId, validatorSchema } from "./validator-schema.ts";

/** The export of `validators.js` that checks an operation's 2xx body, or its request body. */
const validatorName = (operation: OperationModel, side: "Response" | "Request"): string =>
  `${operation.id}${side}`;

const validatedSchemas = (
  operations: readonly OperationModel[],
): readonly (readonly [string, JsonObject])[] =>
  operations.flatMap((operation) => [
    ...(operation.success.schema
      ? [[validatorName(operation, "Response"), operation.success.schema] as const]
      : []),
    ...(operation.request ? [[validatorName(operation, "Request"), operation.request.schema] as const] : []),
  ]);

const HELPER = /require\("([^"]+)"\)(\.default)?/g;

/**
 * Replaces each helper that the compiler asks for with `require` by one import, named by its order.
 * The helpers are CommonJS: Node and bundlers give what they export with its `default` inside, others give that `default`.
 */
const withImports = (code: string): string => {
  const modules = [...new Set([...code.matchAll(HELPER)].map((match) => match[1] ?? ""))].sort();
  const imports = [
    'import { answerCheck, requestCheck } from "@tieout/http";',
    ...modules.map((name, index) => `import helper${index} from "${name}.js";`),
  ];
  const body = code.replace(HELPER, (_, name: string, inner: string | undefined) => {
    const helper = `helper${modules.indexOf(name)}`;
    return inner === undefined ? helper : `(${helper}.default ?? ${helper})`;
  });
  return [...imports, body.replace(/^"use strict";/, "")].join("\n");
};

/**
 * Compiles one function for each response and request body, together in one module, each under a name of its own.
 *
 * Collects all errors, knows formats, and refuses at generation any keyword or format that it does not know.
 * Functions refer to each other only as far as their schemas do, so a bundler drops those of unused operations.
 * Beside the functions of an operation stand the parts of its answer that may be wrong, read from the spec as written.
 */
export const writeValidators = (
  document: JsonObject,
  view: JsonObject,
  operations: readonly OperationModel[],
): string => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  // The specs use neither keyword family; without them no function carries the bookkeeping they need.
  ajv.opts.unevaluated = false;
  ajv.opts.dynamicRef = false;
  formats.default(ajv);

  try {
    // Each component is a schema of its own, so that it becomes one function however many operations use it.
    for (const [name, schema] of Object.entries(objectAt(objectAt(view, "components"), "schemas"))) {
      if (isObject(schema)) ajv.addSchema({ $id: componentId(name), ...validatorSchema(schema) });
    }
    const exported = validatedSchemas(operations).map(([name, schema]) => {
      const component = componentName(schema["$ref"]);
      if (component !== undefined) return [name, componentId(component)] as const;
      ajv.addSchema({ $id: `/${name}/body`, ...validatorSchema(schema) });
      return [name, `/${name}/body`] as const;
    });
    // The compiler would write a function twice that is exported under two names.
    const firstName = new Map(exported.toReversed().map(([name, id]) => [id, name]));
    const code = standalone.default(ajv, Object.fromEntries([...firstName].map(([id, name]) => [name, id])));
    const aliases = exported
      .filter(([name, id]) => firstName.get(id) !== name)
      .map(([name, id]) => `export const ${name} = ${firstName.get(id)};`);
    return [withImports(code), ...aliases, "", validatorMap(document, operations)].join("\n");
  } catch (error) {
    throw new SpecRefused(`validators: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const validatorMap = (document: JsonObject, operations: readonly OperationModel[]): string => {
  // The view has the same operations with loosened schemas.
  const written = new Map(operationsOf(document).map(({ id, success }) => [id, success.schema]));
  const shared = new SharedParts();
  const entries = operations.map((operation) => {
    const parts = Object.entries(partsOf(document, written.get(operation.id)));
    const named = parts.map(([at, part]) => `${JSON.stringify(at)}: ${shared.nameOf(part)}`).join(", ");
    const answer = [validatorName(operation, "Response"), ...(named === "" ? [] : [`{ ${named} }`])];
    const sides = [
      ...(operation.request ? [`request: ${PURE} requestCheck(${validatorName(operation, "Request")})`] : []),
      ...(operation.success.schema ? [`response: ${PURE} answerCheck(${answer.join(", ")})`] : []),
    ];
    return `  ${operation.id}: { ${sides.join(", ")} },`;
  });
  return [...shared.declarations(), "", "export const validators = {", ...entries, "};", ""].join("\n");
};

/** Tells bundlers that a call may be dropped with its result. */
const PURE = "/* @__PURE__ */";

/** Names each part once: many operations answer with the same objects. */
class SharedParts {
  readonly #names = new Map<string, string>();

  nameOf(part: Part): string {
    const text = JSON.stringify(part);
    const name = this.#names.get(text) ?? `part${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  declarations(): readonly string[] {
    return [...this.#names].map(([text, name]) => `const ${name} = ${text};`);
  }
}

/** Declares the functions of `validators.js`. */
export const writeValidatorTypes = (operations: readonly OperationModel[]): string =>
  [
    'import type { AnswerCheck, RequestCheck, Validator } from "@tieout/http";',
    "",
    "/** The validators of every operation, by operationId. */",
    "export declare const validators: {",
    ...operations.map((operation) => {
      const request = operation.request ? " readonly request: RequestCheck;" : "";
      const response = operation.success.schema ? " readonly response: AnswerCheck;" : "";
      return `  readonly ${operation.id}: {${request}${response} };`;
    }),
    "};",
    ...validatedSchemas(operations).map(([name]) => `export declare const ${name}: Validator;`),
    "",
  ].join("\n");
