import type { JsonObject } from "../document/json.ts";
import {
  type OperationModel,
  operationsOf,
  type WebhookModel,
  webhooksOf,
} from "../model/operation-model.ts";
import { parametersSchema } from "../model/parameters.ts";
import { partsOf } from "../model/tolerance.ts";
import { compileValidators, type NamedSchemas } from "../validators/compile-validators.ts";
import { SharedConstants } from "./SharedConstants.ts";

/** Operations without parameters share the function that says so. */
const parametersName = ({ id, parameters }: OperationModel): string =>
  parameters.length === 0 ? "noParameters" : `${id}Parameters`;
const requestName = ({ id }: OperationModel | WebhookModel): string => `${id}Request`;
const responseName = ({ id }: OperationModel): string => `${id}Response`;

/** Everything that is checked, by the name of the function that does it. */
export const checkedSchemas = (document: JsonObject): NamedSchemas => {
  const operations = operationsOf(document).flatMap(
    (operation): NamedSchemas => [
      [parametersName(operation), parametersSchema(operation.parameters)],
      ...(operation.success.schema ? [[responseName(operation), operation.success.schema] as const] : []),
      ...(operation.request ? [[requestName(operation), operation.request.schema] as const] : []),
    ],
  );
  const webhooks = webhooksOf(document).map(
    (webhook) => [requestName(webhook), webhook.body.schema] as const,
  );
  return [...new Map([...operations, ...webhooks])];
};

/** Tells bundlers that a call may be dropped with its result. */
const PURE = "/* @__PURE__ */";

/**
 * Writes a function for each request and response body of the response view, and `validators`, which says of each
 * operation what its bodies are held against: functions, and the parts of an answer that may be wrong, which are read
 * from the spec as written. Where the spec has webhooks, `webhookValidators` says it of what comes in by them.
 */
export const writeValidators = (document: JsonObject, view: JsonObject): string => {
  const shared = new SharedConstants("part");
  const incoming = (name: string, schema: JsonObject | undefined): string => {
    const parts = Object.entries(partsOf(document, schema));
    const named = parts.map(([at, part]) => `${JSON.stringify(at)}: ${shared.nameOf(part)}`);
    return `${PURE} answerCheck(${[name, ...(named.length > 0 ? [`{ ${named.join(", ")} }`] : [])].join(", ")})`;
  };
  const operations = operationsOf(document).map((operation) => {
    const sides = [
      `parameters: ${PURE} parametersCheck(${parametersName(operation)})`,
      ...(operation.request ? [`request: ${PURE} requestCheck(${requestName(operation)})`] : []),
      ...(operation.success.schema
        ? [`response: ${incoming(responseName(operation), operation.success.schema)}`]
        : []),
    ];
    return `  ${operation.id}: { ${sides.join(", ")} },`;
  });
  const webhooks = webhooksOf(document).map(
    (webhook) => `  ${webhook.name}: ${incoming(requestName(webhook), webhook.body.schema)},`,
  );
  return [
    'import { answerCheck, parametersCheck, requestCheck } from "@tieout/http";',
    compileValidators(view, checkedSchemas(view)),
    ...shared.declarations(),
    "",
    "export const validators = {",
    ...operations,
    "};",
    ...(webhooks.length > 0 ? ["", "export const webhookValidators = {", ...webhooks, "};"] : []),
    "",
  ].join("\n");
};

/** Declares the functions of `validators.js`. */
export const writeValidatorTypes = (document: JsonObject): string => {
  const webhooks = webhooksOf(document).map(({ name, id, body }) => {
    const sent = `NonNullable<operations["${id}"]["requestBody"]>["content"]["${body.mediaType}"]`;
    return `  readonly ${name}: AnswerCheck<${sent}>;`;
  });
  return [
    'import type { AnswerCheck, RequestCheck, Validator } from "@tieout/http";',
    ...(webhooks.length > 0 ? ['import type { operations } from "./types.ts";'] : []),
    "",
    "/** What the bodies of every operation are held against, by operationId. */",
    "export declare const validators: {",
    ...operationsOf(document).map((operation) => {
      const request = operation.request ? " readonly request: RequestCheck;" : "";
      const response = operation.success.schema ? " readonly response: AnswerCheck;" : "";
      return `  readonly ${operation.id}: { readonly parameters: RequestCheck;${request}${response} };`;
    }),
    "};",
    ...(webhooks.length > 0
      ? [
          "/** The same for what comes in by a webhook. */",
          "export declare const webhookValidators: {",
          ...webhooks,
          "};",
        ]
      : []),
    ...checkedSchemas(document).map(([name]) => `export declare const ${name}: Validator;`),
    "",
  ].join("\n");
};
