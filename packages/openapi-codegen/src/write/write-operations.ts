import { isObject, type JsonObject } from "../document/json.ts";
import { isConcrete } from "../model/bodies.ts";
import { atOperation, eachOrAllFaults, type OperationModel } from "../model/operation-model.ts";
import { demandNamed, isAlwaysThere, rowsOf } from "../model/paged-members.ts";
import { formOf, PLACES, parameterMetadata, partsOfForm } from "../model/parameters.ts";
import { securityOf, serverOf } from "../model/security.ts";
import { idMember } from "../model/tolerance.ts";

const paged = (document: JsonObject, operation: OperationModel) => {
  const { pagination } = operation;
  if (pagination === undefined) return {};
  const { items } = rowsOf(document, operation, pagination);
  demandNamed(document, operation, pagination);
  const id = isObject(items) ? idMember(document, items) : undefined;
  const known = id === undefined ? {} : { id };
  return pagination.style === "offset"
    ? { pagination: { ...pagination, ...known } }
    : { walks: new Code(pagination.walker, [{ ...known, ...pagination.rules }]) };
};

/** What is written into generated code as it stands: a call that a bundler may drop with its result. */
class Code {
  readonly text: string;
  /** The name in `@tieout/http` that it uses. */
  readonly uses: string;

  /** A call of it, or the name itself where `given` is undefined. */
  constructor(uses: string, given?: readonly unknown[]) {
    this.uses = uses;
    const list = given?.map((one) => JSON.stringify(one)).join(", ");
    this.text = list === undefined ? uses : `/* @__PURE__ */ ${uses}(${list})`;
  }
}

/** How the body of a request goes out, where it is not `application/json`. */
const sentAs = (document: JsonObject, { id, request }: OperationModel) => {
  if (request === undefined) return {};
  const { kind, mediaType } = request;
  const isOwn = mediaType !== "application/json" && isConcrete(mediaType);
  switch (kind) {
    case "form":
      return { writes: new Code("formBody", [formOf(document, request, id)]) };
    case "multipart":
      return { writes: new Code("partsBody", [partsOfForm(document, request, id)]) };
    case "text":
      return { writes: new Code("textBody", [isOwn ? mediaType : "text/plain"]) };
    case "bytes":
      // Of a range of types a Blob says itself which it is.
      return { writes: new Code("bytesBody", isOwn ? [mediaType] : []) };
    default:
      return isOwn ? { contentType: mediaType } : {};
  }
};

/** What is asked for and read, where it is not `application/json`. */
const answeredAs = ({ success }: OperationModel) => {
  const { kind, headers } = success;
  const types = [...new Set(success.bodies.map(({ mediaType }) => mediaType))];
  const isUsual = types.length === 0 || (types.length === 1 && types[0] === "application/json");
  const reads = kind === "text" ? "textAnswer" : "bytesAnswer";
  const kinds = Object.fromEntries(headers.map((one) => [one.name, one.kind]));
  return {
    ...(!isUsual && { accept: types.join(", ") }),
    ...(types.length > 0 && kind !== "json" && { reads: new Code(reads) }),
    ...(headers.length > 0 && { readsHeaders: new Code("headersOf", [kinds]) }),
  };
};

/** What the transport has to know of an operation, and the code in it. Refuses what it could not carry out. */
export const operationMetadata = (document: JsonObject, operation: OperationModel) => {
  const { id, method, path, retry, idempotencyKey, idempotencyKeyIn, request, server, security } = operation;
  const parameters = operation.parameters.flatMap((parameter) => parameterMetadata(parameter) ?? []);
  return {
    id,
    method: method.toUpperCase(),
    path,
    retry,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(idempotencyKeyIn === "header" && { idempotencyKeyIn }),
    ...(request?.required && { bodyRequired: true }),
    ...sentAs(document, operation),
    ...answeredAs(operation),
    ...(operation.success.emptyStatuses.length > 0 && { emptyStatuses: operation.success.emptyStatuses }),
    ...(parameters.length > 0 && { parameters }),
    ...(server !== undefined && server !== serverOf(document, "the document") && { server }),
    ...(security !== undefined && !isSame(security, securityOf(document).required) && { security }),
    ...paged(document, operation),
  };
};

/** An object of generated code, one member a line. */
const literalOf = (members: object): string => {
  const lines = Object.entries(members).map(([name, value]: [string, unknown]) => {
    const text = value instanceof Code ? value.text : JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${lines.join(",\n")}\n}`;
};

const codeIn = (members: object): readonly string[] =>
  Object.values(members).flatMap((value: unknown) => (value instanceof Code ? [value.uses] : []));

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
  const kind = operation.request?.kind;
  const inSpec = `NonNullable<${spec}["requestBody"]>["content"][${JSON.stringify(operation.request?.mediaType)}]`;
  const body = kind === "text" ? "string" : kind === "bytes" ? "BytesBody" : inSpec;
  return [
    ...parameters,
    ...(operation.request ? [`readonly body${operation.request.required ? "" : "?"}: ${body}`] : []),
  ];
};

const bodyTypes = ({ id, success }: OperationModel): readonly string[] => {
  if (success.bodies.length > 0 && success.kind !== "json")
    return [success.kind === "text" ? "string" : "ReadableStream<Uint8Array>"];
  return success.bodies.map(({ status, mediaType }) => {
    const key = /^\d+$/.test(status) ? status : `"${status}"`;
    return `Spec["${id}"]["responses"][${key}]["content"]["${mediaType}"]`;
  });
};

const dataOf = (operation: OperationModel): string => {
  const bodies = bodyTypes(operation);
  const isMaybeEmpty = bodies.length === 0 || operation.success.emptyStatuses.length > 0;
  return [...bodies, ...(isMaybeEmpty ? ["undefined"] : [])].join(" | ");
};

const HEADER_TYPES = { text: "string", integer: "number", number: "number", boolean: "boolean" } as const;

/** The type of a whole answer; where bodies differ by status, a union that the status tells apart. */
const answerType = (operation: OperationModel): string => {
  const { headers, bodies, emptyStatuses } = operation.success;
  const members = headers.map(({ name, kind }) => `readonly ${JSON.stringify(name)}?: ${HEADER_TYPES[kind]}`);
  const typeOf = (data: string, status: string): string =>
    headers.length === 0
      ? `Answer<${data}${status}>`
      : `HeadedAnswer<${data}, { ${members.join("; ")} }${status}>`;
  if (bodies.length < 2) return typeOf(dataOf(operation), "");
  const types = bodyTypes(operation);
  const ofBodies = bodies.map(({ statuses }, at) =>
    typeOf(types[at] ?? types[0] ?? "undefined", statusType(statuses)),
  );
  const ofNone = emptyStatuses.length > 0 ? [typeOf("undefined", `, ${emptyStatuses.join(" | ")}`)] : [];
  return [...ofBodies, ...ofNone].join(" | ");
};

/** The type of a status; any number for one that is not told in digits. */
const statusType = (statuses: readonly string[]): string =>
  statuses.every((status) => /^\d{3}$/.test(status)) ? `, ${statuses.join(" | ")}` : "";

/** The type of the list in an answer. */
const listType = (document: JsonObject, { pagination, success }: OperationModel, data: string): string => {
  const { items = null, style = "offset" } = pagination ?? {};
  if (items === null) return data;
  if (style === "offset" && isAlwaysThere(document, success.schema, items))
    return `${data}[${JSON.stringify(items)}]`;
  return items
    .split(".")
    .reduce((holder, member) => `NonNullable<${holder}[${JSON.stringify(member)}]>`, data);
};

/** The type of a method whose list can be walked. */
const pagedType = (document: JsonObject, operation: OperationModel, init: string): string => {
  const { pagination } = operation;
  const data = dataOf(operation);
  const isHeaded = operation.success.headers.length > 0;
  if (pagination === undefined || pagination.style === "offset") {
    const row = `${listType(document, operation, data)}[number]`;
    const set = pagination?.offset === undefined ? "" : `, ${JSON.stringify(pagination.offset)}`;
    const answer = isHeaded || set !== "" ? `, ${answerType(operation)}` : "";
    return `PagedMethod<[${init}], "${pagination?.in ?? "query"}", ${data}, ${row}${answer}${set}>`;
  }
  const list = listType(document, operation, data);
  // One that is inside another cannot be kept from being given by the type; the walk refuses it.
  const sets = pagination.sets?.includes(".") ? undefined : pagination.sets;
  const set = sets === undefined ? "never" : JSON.stringify(sets);
  return `PagedMethod<[${init}], "${pagination.in}", ${data}, ${list}[number], ${answerType(operation)}, ${set}>`;
};

const methodLines = (document: JsonObject, operation: OperationModel): readonly string[] => {
  const members = initMembers(operation);
  const optional = members.every((member) => /^readonly \w+\?:/.test(member)) ? "?" : "";
  const init = `init${optional}: CallOptions${members.length === 0 ? "" : ` & { ${members.join("; ")} }`}`;
  const declaration = isPaged(operation)
    ? `readonly ${operation.id}: ${pagedType(document, operation, init)};`
    : `${operation.id}(${init}): Promise<${answerType(operation)}>;`;
  return [...docLines(operation), `  ${declaration}`, ""];
};

/** The constant of `operations.ts` that holds what the transport must know of one operation. */
export const operationName = (id: string): string => `${id}Operation`;

/**
 * Writes what the transport reads of each operation, `operations` with all of them, and `Methods` (one typed method an
 * operation). Each stands for itself, so that a bundle holds those alone that it uses.
 */
export const writeOperations = (
  document: JsonObject,
  api: string,
  operations: readonly OperationModel[],
): string => {
  const all = eachOrAllFaults(operations, (operation) =>
    atOperation(document, operation, () => [operation.id, operationMetadata(document, operation)] as const),
  );
  const values = [...new Set(all.flatMap(([, members]) => codeIn(members)))].sort();
  const isHeaded = ({ success }: OperationModel) => success.headers.length > 0;
  const types = [
    ...(operations.some((one) => !isHeaded(one) && !isPlainlyPaged(one)) ? ["Answer"] : []),
    ...(operations.some(({ request }) => request?.kind === "bytes") ? ["BytesBody"] : []),
    "CallOptions",
    ...(operations.some(isHeaded) ? ["HeadedAnswer"] : []),
    "Operation",
    ...(operations.some(isPaged) ? ["PagedMethod"] : []),
    "Security",
  ];
  return [
    ...(values.length > 0 ? [`import { ${values.join(", ")} } from "@tieout/http";`] : []),
    `import type { ${types.join(", ")} } from "@tieout/http";`,
    'import type { operations as Spec } from "./types.ts";',
    "",
    ...all.map(([id, members]) => `export const ${operationName(id)}: Operation = ${literalOf(members)};\n`),
    `/** What the transport must know about each operation of ${api}. */`,
    "export const operations: { readonly [Id in keyof Methods]: Operation } = {",
    ...all.map(([id]) => `  ${id}: ${operationName(id)},`),
    "};",
    "",
    `/** The keys of ${api}, and which of them an operation needs that says nothing of its own. */`,
    `export const security: Security = ${JSON.stringify(securityOf(document), null, 2)};`,
    "",
    `/** One method an operation of ${api}. */`,
    "export interface Methods {",
    ...operations.flatMap((operation) => methodLines(document, operation)),
    "}",
    "",
    "/** The statuses with which each operation is documented to refuse. */",
    "export interface Refusals {",
    ...operations.map(({ id, refusals }) => `  readonly ${id}: ${refusals.join(" | ") || "never"};`),
    "}",
    "",
  ].join("\n");
};

/** Whether nothing but the name of its method says what it answers. */
const isPlainlyPaged = ({ pagination }: OperationModel): boolean =>
  pagination?.style === "offset" && pagination.offset === undefined;

const isPaged = ({ pagination }: OperationModel): boolean => pagination !== undefined;
