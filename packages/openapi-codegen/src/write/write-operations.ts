import { type JsonObject, SpecRefused } from "../document/json.ts";
import type { OperationModel } from "../model/operation-model.ts";
import { formOf, PLACES, parameterMetadata } from "../model/parameters.ts";
import { securityOf, serverOf } from "../model/security.ts";
import { partsOf } from "../model/tolerance.ts";

const paginationOf = (document: JsonObject, { id, pagination, success }: OperationModel) => {
  if (pagination === undefined) return undefined;
  const parts = partsOf(document, success.schema);
  if (success.bodies.length > 1 || success.emptyStatuses.length > 0) {
    throw new SpecRefused(`${id}: x-pagination walks answers of one kind`);
  }
  // Without it a walk would find an empty list where the answer had none.
  if (pagination.items !== null && parts[""]?.tolerant?.includes(pagination.items)) {
    throw new SpecRefused(`${id}: x-pagination walks ${pagination.items}, so x-strict must name it`);
  }
  const row = parts[pagination.items === null ? "/*" : `/${pagination.items}/*`];
  return { ...pagination, ...(row?.id !== undefined && { id: row.id }) };
};

const metadata = (document: JsonObject, operation: OperationModel) => {
  const { id, method, path, retry, idempotencyKey, request, server, security } = operation;
  const parameters = operation.parameters.flatMap((parameter) => parameterMetadata(parameter) ?? []);
  const pagination = paginationOf(document, operation);
  return {
    id,
    method: method.toUpperCase(),
    path,
    retry,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(request?.required && { bodyRequired: true }),
    ...(request?.kind === "form" && { form: formOf(document, request, id) }),
    ...(operation.success.emptyStatuses.length > 0 && { emptyStatuses: operation.success.emptyStatuses }),
    ...(parameters.length > 0 && { parameters }),
    ...(server !== undefined && server !== serverOf(document, "the document") && { server }),
    ...(security !== undefined && !isSame(security, securityOf(document).required) && { security }),
    ...(pagination && { pagination }),
  };
};

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const docLines = (operation: OperationModel): readonly string[] => {
  const text = [operation.summary, operation.description].filter((part) => part !== undefined).join("\n\n");
  const lines = text.trim().replaceAll("*/", "*\\/").split("\n");
  const notes = [
    ...(operation.deprecated ? ["", "@deprecated"] : []),
    "",
    `\`${operation.method.toUpperCase()} ${operation.path}\``,
  ];
  return ["  /**", ...[...lines, ...notes].map((line) => `   * ${line}`.trimEnd()), "   */"];
};

const initMembers = (operation: OperationModel): readonly string[] => {
  const spec = `Spec["${operation.id}"]`;
  const parameters = PLACES.flatMap((place) => {
    const here = operation.parameters.filter((parameter) => parameter.in === place);
    const mark = here.some(({ required }) => required) ? "" : "?";
    return here.length === 0
      ? []
      : [`readonly ${place}${mark}: NonNullable<${spec}["parameters"]["${place}"]>`];
  });
  const body = `NonNullable<${spec}["requestBody"]>["content"][${JSON.stringify(operation.request?.mediaType)}]`;
  return [
    ...parameters,
    ...(operation.request ? [`readonly body${operation.request.required ? "" : "?"}: ${body}`] : []),
  ];
};

const dataOf = ({ id, success }: OperationModel): string => {
  const bodies = success.bodies.map(({ status, mediaType }) => {
    const key = /^\d+$/.test(status) ? status : `"${status}"`;
    return `Spec["${id}"]["responses"][${key}]["content"]["${mediaType}"]`;
  });
  return bodies.length === 0 || success.emptyStatuses.length > 0
    ? [...bodies, "undefined"].join(" | ")
    : bodies.join(" | ");
};

const methodLines = (operation: OperationModel): readonly string[] => {
  const members = initMembers(operation);
  const optional = members.every((member) => /^readonly \w+\?:/.test(member)) ? "?" : "";
  const init = `init${optional}: CallOptions${members.length === 0 ? "" : ` & { ${members.join("; ")} }`}`;
  const data = dataOf(operation);
  const { id, pagination } = operation;
  const declaration = pagination
    ? `readonly ${id}: PagedMethod<[${init}], "${pagination.in}", ${data}, ${data}${pagination.items === null ? "" : `["${pagination.items}"]`}[number]>;`
    : `${id}(${init}): Promise<Answer<${data}>>;`;
  return [...docLines(operation), `  ${declaration}`, ""];
};

/** Writes `operations` (policy of each operation, read by the transport) and `Methods` (one typed method an operation). */
export const writeOperations = (
  document: JsonObject,
  api: string,
  operations: readonly OperationModel[],
): string => {
  const data = Object.fromEntries(
    operations.map((operation) => [operation.id, metadata(document, operation)]),
  );
  const types = [
    "Answer",
    "CallOptions",
    "Operation",
    ...(operations.some(isPaged) ? ["PagedMethod"] : []),
    "Security",
  ];
  return [
    `import type { ${types.join(", ")} } from "@tieout/http";`,
    'import type { operations as Spec } from "./types.ts";',
    "",
    `/** What the transport must know about each operation of ${api}. */`,
    `export const operations: { readonly [Id in keyof Methods]: Operation } = ${JSON.stringify(data, null, 2)};`,
    "",
    `/** The keys of ${api}, and which of them an operation needs that says nothing of its own. */`,
    `export const security: Security = ${JSON.stringify(securityOf(document), null, 2)};`,
    "",
    `/** One method an operation of ${api}. */`,
    "export interface Methods {",
    ...operations.flatMap(methodLines),
    "}",
    "",
    "/** The statuses with which each operation is documented to refuse. */",
    "export interface Refusals {",
    ...operations.map(({ id, refusals }) => `  readonly ${id}: ${refusals.join(" | ") || "never"};`),
    "}",
    "",
  ].join("\n");
};

const isPaged = ({ pagination }: OperationModel): boolean => pagination !== undefined;
