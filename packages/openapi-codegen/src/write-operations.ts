import { type JsonObject, SpecRefused } from "./json.ts";
import type { OperationModel } from "./operation-model.ts";
import { toleranceOf } from "./tolerance.ts";

/** Without members that are undefined or say nothing, so that the generated file stays readable. */
const compact = (members: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => {
      if (value === undefined || value === false) return false;
      return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }),
  );

const metadata = (document: JsonObject, operation: OperationModel) => {
  const { independentItems, ...tolerance } = toleranceOf(document, operation.success.schema);
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: operation.path,
    retry: operation.retry,
    ...compact({
      idempotencyKey: operation.idempotencyKey,
      bodyRequired: operation.request?.required,
      pagination: operation.pagination,
    }),
    independentItems,
    ...compact(tolerance),
  };
};

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
  const { path, query, header, cookie } = operation.parameters;
  if (header === "required" || cookie !== undefined) {
    throw new SpecRefused(
      `${operation.id}: a required header or a cookie parameter has no place in a client's call`,
    );
  }
  const mark = (need: "required" | "optional" | undefined) => (need === "required" ? "" : "?");
  const parameter = (name: "path" | "query") => `NonNullable<${spec}["parameters"]["${name}"]>`;
  const body = `NonNullable<${spec}["requestBody"]>["content"]["application/json"]`;
  return [
    ...(path ? [`readonly path${mark(path)}: ${parameter("path")}`] : []),
    ...(query ? [`readonly query${mark(query)}: ${parameter("query")}`] : []),
    ...(operation.request ? [`readonly body${operation.request.required ? "" : "?"}: ${body}`] : []),
  ];
};

const methodLines = (operation: OperationModel): readonly string[] => {
  const members = initMembers(operation);
  const optional = members.every((member) => /^readonly \w+\?:/.test(member)) ? "?" : "";
  const init = members.length === 0 ? "CallOptions" : `CallOptions & { ${members.join("; ")} }`;
  const status = operation.success.statuses[0] ?? "";
  const key = /^\d+$/.test(status) ? status : `"${status}"`;
  const data = operation.success.schema
    ? `Spec["${operation.id}"]["responses"][${key}]["content"]["application/json"]`
    : "undefined";
  return [
    ...docLines(operation),
    `  ${operation.id}(init${optional}: ${init}): Promise<Answer<${data}>>;`,
    "",
  ];
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
  return [
    'import type { Answer, CallOptions, Operation } from "@tieout/http";',
    'import type { operations as Spec } from "./types.ts";',
    "",
    `/** What the transport must know about each operation of ${api}. */`,
    `export const operations = ${JSON.stringify(data, null, 2)} as const;`,
    "",
    "// Apart from the declaration, because an inferred `satisfies` cannot be exported under isolatedDeclarations.",
    "operations satisfies Record<string, Operation>;",
    "",
    `/** One method an operation of ${api}. */`,
    "export interface Methods {",
    ...operations.flatMap(methodLines),
    "}",
    "",
  ].join("\n");
};
