import type { JsonObject } from "../document/json.ts";
import {
  type OperationModel,
  operationsOf,
  type WebhookModel,
  webhooksOf,
} from "../model/operation-model.ts";
import { parametersSchema } from "../model/parameters.ts";
import { partsOf } from "../model/tolerance.ts";
import { PURE } from "../validators/code.ts";
import { demandCompilable } from "../validators/compile-validators.ts";
import { type CheckedSchemas, type NamedSchemas, writeChecks } from "../validators/write-checks.ts";

/** Operations without parameters share the function that says so. */
const parametersName = ({ id, parameters }: OperationModel): string =>
  parameters.length === 0 ? "noParameters" : `${id}Parameters`;
const requestName = ({ id }: OperationModel | WebhookModel): string => `${id}Request`;
const responseName = ({ id }: OperationModel): string => `${id}Response`;

/** Of answers whose bodies differ by status, the name of each; there are none where there is one body alone. */
const bodyNames = (operation: OperationModel) => {
  const { bodies } = operation.success;
  return bodies.length > 1
    ? bodies.map((body) => ({ ...body, name: `${responseName(operation)}${body.status}` }))
    : [];
};

/** The code that makes the check of an operation's answer. */
const answerCode = (operation: OperationModel): string => {
  const whole = `answerCheck(${responseName(operation)})`;
  const byStatus = bodyNames(operation).flatMap(({ statuses, name }) =>
    statuses.map((status) => `${JSON.stringify(status)}: answerCheck(${name})`),
  );
  return byStatus.length > 0 ? `answerCheckByStatus({ ${byStatus.join(", ")} }, ${whole})` : whole;
};

/** Nothing is asked of bytes. */
const checkedAnswer = ({ success }: OperationModel): boolean =>
  success.schema !== undefined && success.kind !== "bytes";
const checkedRequest = ({ request }: OperationModel): boolean =>
  request !== undefined && request.kind !== "bytes";

/** Everything that is checked, by the name that it is exported under. */
export const checkedSchemas = (document: JsonObject): CheckedSchemas => {
  const operations = operationsOf(document);
  const parameters = operations.map(
    (operation) => [parametersName(operation), parametersSchema(operation.parameters)] as const,
  );
  const bodies = operations.flatMap(
    (operation): NamedSchemas => [
      ...(checkedAnswer(operation)
        ? [
            [responseName(operation), operation.success.schema ?? {}] as const,
            ...bodyNames(operation).map(({ name, schema }) => [name, schema] as const),
          ]
        : []),
      ...(checkedRequest(operation)
        ? [[requestName(operation), operation.request?.schema ?? {}] as const]
        : []),
    ],
  );
  const webhooks = webhooksOf(document).map(
    (webhook) => [requestName(webhook), webhook.body.schema] as const,
  );
  return { parameters: [...new Map(parameters)], bodies: [...bodies, ...webhooks] };
};

/** The constant of `validators.js` that holds what one operation is held against. */
export const checksName = (id: string): string => `${id}Checks`;

/**
 * Writes a schema for each request and response body of the response view, and `validators`, which says of each operation what
 * it is held against: each by itself, so that a bundle holds those alone that it uses. Where the spec has webhooks,
 * `webhookValidators` says it of what comes in by them.
 */
export const writeValidators = (document: JsonObject, view: JsonObject): string => {
  const operations = operationsOf(document);
  const webhooks = webhooksOf(document);
  // Refuses what may be left out where nobody could say of what.
  for (const { success } of operations) partsOf(document, success.schema);
  for (const { body } of webhooks) partsOf(document, body.schema);
  const schemas = checkedSchemas(view);
  demandCompilable(view, [...schemas.bodies, ...schemas.parameters]);
  const checks = operations.map((operation) => {
    const sides = [
      `parameters: ${PURE} parametersCheck(${parametersName(operation)})`,
      ...(checkedRequest(operation) ? [`request: ${PURE} requestCheck(${requestName(operation)})`] : []),
      ...(checkedAnswer(operation) ? [`response: ${PURE} ${answerCode(operation)}`] : []),
    ];
    return `export const ${checksName(operation.id)} = { ${sides.join(", ")} };`;
  });
  const incoming = webhooks.map(
    (webhook) => `  ${webhook.name}: ${PURE} answerCheck(${requestName(webhook)}),`,
  );
  const byStatus = operations.some((one) => checkedAnswer(one) && bodyNames(one).length > 0);
  return [
    `import { answerCheck, ${byStatus ? "answerCheckByStatus, " : ""}parametersCheck, requestCheck } from "@tieout/http";`,
    ...writeChecks(view, schemas),
    "",
    ...checks,
    "",
    "export const validators = {",
    ...operations.map(({ id }) => `  ${id}: ${checksName(id)},`),
    "};",
    ...(incoming.length > 0 ? ["", "export const webhookValidators = {", ...incoming, "};"] : []),
    "",
  ].join("\n");
};

/** Declares what stands in `validators.js`. */
export const writeValidatorTypes = (document: JsonObject): string => {
  const schemas = checkedSchemas(document);
  const webhooks = webhooksOf(document).map(({ name, id, body }) => {
    const sent = `NonNullable<operations["${id}"]["requestBody"]>["content"]["${body.mediaType}"]`;
    return `  readonly ${name}: AnswerCheck<${sent}>;`;
  });
  return [
    'import type { AnswerCheck, RequestCheck, Schema } from "@tieout/http";',
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
    ...[...schemas.bodies, ...schemas.parameters].map(([name]) => `export declare const ${name}: Schema;`),
    "",
  ].join("\n");
};
