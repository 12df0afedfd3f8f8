import type { JsonObject } from "../document/json.ts";
import {
  type OperationModel,
  operationsOf,
  type WebhookModel,
  webhooksOf,
} from "../model/operation-model.ts";
import { parametersSchema } from "../model/parameters.ts";
import { partsOf } from "../model/tolerance.ts";
import { compileValidators, type NamedSchemas, PURE } from "../validators/compile-validators.ts";
import { SharedConstants } from "./SharedConstants.ts";

/** Operations without parameters share the function that says so. */
const parametersName = ({ id, parameters }: OperationModel): string =>
  parameters.length === 0 ? "noParameters" : `${id}Parameters`;
const requestName = ({ id }: OperationModel | WebhookModel): string => `${id}Request`;
const responseName = ({ id }: OperationModel): string => `${id}Response`;

/** Nothing is asked of bytes. */
const checkedAnswer = ({ success }: OperationModel): boolean =>
  success.schema !== undefined && success.kind !== "bytes";
const checkedRequest = ({ request }: OperationModel): boolean =>
  request !== undefined && request.kind !== "bytes";

/** Everything that is checked, by the name of the function that does it. */
export const checkedSchemas = (document: JsonObject): NamedSchemas => {
  const operations = operationsOf(document).flatMap(
    (operation): NamedSchemas => [
      [parametersName(operation), parametersSchema(operation.parameters)],
      ...(checkedAnswer(operation)
        ? [[responseName(operation), operation.success.schema ?? {}] as const]
        : []),
      ...(checkedRequest(operation)
        ? [[requestName(operation), operation.request?.schema ?? {}] as const]
        : []),
    ],
  );
  const webhooks = webhooksOf(document).map(
    (webhook) => [requestName(webhook), webhook.body.schema] as const,
  );
  return [...new Map([...operations, ...webhooks])];
};

/** The constant of `validators.js` that holds what one operation is held against. */
export const checksName = (id: string): string => `${id}Checks`;

/**
 * Writes a function for each request and response body of the response view, and `validators`, which says of each
 * operation what its bodies are held against: functions, and the parts of an answer that may be wrong, which are read
 * from the spec as written; each by itself, so that a bundle holds those alone that it uses. Where the spec has webhooks, `webhookValidators` says it of what comes in by them.
 */
export const writeValidators = (document: JsonObject, view: JsonObject): string => {
  const shared = new SharedConstants("part");
  const incoming = (name: string, schema: JsonObject | undefined): string => {
    const parts = Object.entries(partsOf(document, schema));
    const named = parts.map(([at, part]) => `${JSON.stringify(at)}: ${shared.nameOf(part)}`);
    return named.length === 0
      ? `${PURE} wholeAnswerCheck(${name})`
      : `${PURE} answerCheck(${name}, { ${named.join(", ")} })`;
  };
  const operations = operationsOf(document).map((operation) => {
    const sides = [
      `parameters: ${PURE} parametersCheck(${parametersName(operation)})`,
      ...(checkedRequest(operation) ? [`request: ${PURE} requestCheck(${requestName(operation)})`] : []),
      ...(checkedAnswer(operation)
        ? [`response: ${incoming(responseName(operation), operation.success.schema)}`]
        : []),
    ];
    return `export const ${checksName(operation.id)} = { ${sides.join(", ")} };`;
  });
  const webhooks = webhooksOf(document).map(
    (webhook) => `  ${webhook.name}: ${incoming(requestName(webhook), webhook.body.schema)},`,
  );
  return [
    'import { answerCheck, parametersCheck, requestCheck, wholeAnswerCheck } from "@tieout/http";',
    compileValidators(view, checkedSchemas(view)),
    ...shared.declarations(),
    "",
    ...operations,
    "",
    "export const validators = {",
    ...operationsOf(document).map(({ id }) => `  ${id}: ${checksName(id)},`),
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
    "/** What one operation is held against. */",
    ...operationsOf(document).map((operation) => {
      const request = checkedRequest(operation) ? " readonly request: RequestCheck;" : "";
      const response = checkedAnswer(operation) ? " readonly response: AnswerCheck;" : "";
      const type = `{ readonly parameters: RequestCheck;${request}${response} }`;
      return `export declare const ${checksName(operation.id)}: ${type};`;
    }),
    "",
    "/** The same of every operation, by operationId. */",
    "export declare const validators: {",
    ...operationsOf(document).map(({ id }) => `  readonly ${id}: typeof ${checksName(id)};`),
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
