import {
  dereference,
  isObject,
  type JsonObject,
  objectAt,
  pointerToken,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { type BodyKind, type BodyModel, bodyOf, RECEIVED, SENT } from "./bodies.ts";
import { type HeaderModel, headersOf } from "./headers.ts";
import { type PaginationModel, paginationOf } from "./pagination.ts";
import { type ParameterModel, parametersOf } from "./parameters.ts";
import { isKey, policyOf, type RetryPolicy } from "./policy.ts";
import { operationSecurityOf, serverOf } from "./security.ts";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

interface SuccessBody {
  readonly status: string;
  readonly statuses: readonly string[];
  readonly mediaType: string;
  readonly schema: JsonObject;
}

/** The answers that mean success: those with a 2xx, else `default`. */
interface SuccessModel {
  readonly statuses: readonly string[];
  /** Of their bodies; JSON where there are none. */
  readonly kind: BodyKind;
  /** The documented headers, by name in small letters. */
  readonly headers: readonly HeaderModel[];
  /** What their bodies keep to; undefined where none has any. */
  readonly schema: JsonObject | undefined;
  /** Each different body once, by the first status that has it, its media type, its schema, and all statuses that have it. */
  readonly bodies: readonly SuccessBody[];
  /** Where others have a body: the statuses without. */
  readonly emptyStatuses: readonly number[];
}

/** One operation of a spec, as the writers of generated files need it. */
export interface OperationModel {
  readonly id: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly retry: RetryPolicy;
  readonly idempotencyKey: string | undefined;
  readonly idempotencyKeyIn: "body" | "header";
  readonly pagination: PaginationModel | undefined;
  readonly parameters: readonly ParameterModel[];
  /** Where it is sent, if not where all others are. */
  readonly server: string | undefined;
  /** The keys it needs, if not those that all others need. */
  readonly security: readonly (readonly string[])[] | undefined;
  /** The body, and whether it must be given. */
  readonly request: (BodyModel & { readonly required: boolean }) | undefined;
  /** The answers that mean success. */
  readonly success: SuccessModel;
  /** The statuses with which it is documented to refuse, such as 404. */
  readonly refusals: readonly number[];
}

const successOf = (document: JsonObject, operation: JsonObject, where: string): SuccessModel => {
  const all = Object.entries(objectAt(operation, "responses"));
  const successes = all.filter(([status]) => status.startsWith("2"));
  // Without a success of its own, what is documented for everything else is what comes.
  const answers = successes.length > 0 ? successes : all.filter(([status]) => status === "default");
  const bodies = answers.map(([status, answer]) => ({
    status,
    body: bodyOf(document, { holder: dereference(document, answer), kinds: RECEIVED }, where),
  }));
  const different = new Map<string, SuccessBody>();
  for (const { status, body } of bodies) {
    if (body === undefined) continue;
    const { mediaType, schema } = body;
    const key = JSON.stringify(schema);
    const known = different.get(key) ?? { status, statuses: [], mediaType, schema };
    different.set(key, { ...known, statuses: [...known.statuses, status] });
  }
  const found = [...different.values()];
  const schemas = found.map(({ schema }) => schema);
  const kinds = new Set(bodies.flatMap(({ body }) => body?.kind ?? []));
  if (kinds.size > 1)
    throw new SpecRefused(`${where}: answers are ${[...kinds].join(" and ")}, told apart by status`);
  const empty = bodies.filter(({ body }) => body === undefined).map(({ status }) => status);
  if (schemas.length > 0 && empty.some((status) => !/^\d{3}$/.test(status))) {
    throw new SpecRefused(`${where}: ${empty.join(", ")} without a body stands beside answers with one`);
  }
  return {
    statuses: answers.map(([status]) => status),
    kind: [...kinds][0] ?? "json",
    headers: headersOf(
      document,
      answers.map(([, answer]) => dereference(document, answer)),
    ),
    schema: schemas.length > 1 ? { anyOf: schemas } : schemas[0],
    bodies: found,
    emptyStatuses: schemas.length > 0 ? empty.map(Number) : [],
  };
};

const requestOf = (document: JsonObject, operation: JsonObject, where: string): OperationModel["request"] => {
  if (operation["requestBody"] === undefined) return undefined;
  const body = dereference(document, operation["requestBody"]);
  const found = bodyOf(document, { holder: body, kinds: SENT }, where);
  return found && { ...found, required: body["required"] === true };
};

const operationOf = (
  document: JsonObject,
  place: { readonly method: OperationModel["method"]; readonly path: string; readonly item: JsonObject },
): OperationModel => {
  const operation = objectAt(place.item, place.method);
  const where = `${place.method.toUpperCase()} ${place.path}`;
  const id = textAt(operation, "operationId");
  if (id === undefined || !/^[a-z][A-Za-z0-9]*$/.test(id)) {
    throw new SpecRefused(`${where}: operationId must be a camelCase name`);
  }
  // A client with a method `then` would be taken for a promise; the others are what every object has.
  if (id === "then" || id in {}) {
    throw new SpecRefused(`${where}: operationId ${id} is a name that no method of a client may have`);
  }
  const request = requestOf(document, operation, id);
  const policy = policyOf(document, { operation, request }, id);
  return {
    id,
    method: place.method,
    path: place.path,
    summary: textAt(operation, "summary"),
    description: textAt(operation, "description"),
    deprecated: operation["deprecated"] === true,
    ...policy,
    pagination: paginationOf(operation["x-pagination"], id),
    parameters: parametersOf(document, { ...place, operation }, id).map((one) =>
      // The client has one where the caller gives none.
      isKey(one, policy) ? { ...one, required: false } : one,
    ),
    server: serverOf(operation, id) ?? serverOf(place.item, id),
    security: operationSecurityOf(document, operation, id),
    request,
    success: successOf(document, operation, id),
    refusals: Object.keys(objectAt(operation, "responses"))
      .filter((status) => /^[45]\d\d$/.test(status))
      .map(Number),
  };
};

/** What a spec says of an operation beyond OpenAPI, by the names that its faults begin with. */
const POLICY = ["x-retry", "x-idempotency-key", "x-pagination"] as const;

/** Does work on an operation of a document, and begins what it is refused for with the pointer to it. */
export const atOperation = <T>(
  document: JsonObject,
  { method, path }: Pick<OperationModel, "method" | "path">,
  work: () => T,
): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SpecRefused) || /^#[/:]/.test(error.message)) throw error;
    const operation = objectAt(dereference(document, objectAt(document, "paths")[path]), method);
    const told = POLICY.map((name) => [name, error.message.indexOf(name)] as const)
      .filter(([name, at]) => at >= 0 && name in operation)
      .toSorted(([, one], [, other]) => one - other);
    const [[member] = []] = told;
    const at = `#/paths/${pointerToken(path)}/${method}${member === undefined ? "" : `/${member}`}`;
    throw new SpecRefused(`${at}: ${error.message}`, { cause: error });
  }
};

/** What work comes to for each; all that it refuses is told at once. */
export const eachOrAllFaults = <One, Made>(
  all: readonly One[],
  work: (one: One) => Made,
): readonly Made[] => {
  const faults: string[] = [];
  const made = all.flatMap((one) => {
    try {
      return [work(one)];
    } catch (error) {
      if (!(error instanceof SpecRefused)) throw error;
      faults.push(error.message);
      return [];
    }
  });
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  return made;
};

/**
 * Reads every operation of a spec, in the order of the spec.
 * Refuses what a client could not be generated from: no `operationId`, no `x-retry`, a body of
 * another kind, a policy extension that does not say what it must. All of it at once.
 */
export const operationsOf = (document: JsonObject): readonly OperationModel[] => {
  const places = Object.entries(objectAt(document, "paths")).flatMap(([path, value]) => {
    const item = dereference(document, value);
    return METHODS.filter((method) => isObject(item[method])).map((method) => ({ method, path, item }));
  });
  const owners = new Map<string, OperationModel>();
  return eachOrAllFaults(places, (place) =>
    atOperation(document, place, () => {
      const operation = operationOf(document, place);
      const owner = owners.get(operation.id);
      if (owner !== undefined) {
        const { method, path } = owner;
        throw new SpecRefused(
          `#/paths/${pointerToken(place.path)}/${place.method}/operationId: ${operation.id} is that of ${method.toUpperCase()} ${path} already`,
        );
      }
      owners.set(operation.id, operation);
      return operation;
    }),
  );
};

/** One webhook of a spec: what the API sends by itself. */
export interface WebhookModel {
  /** Its name under `webhooks`. */
  readonly name: string;
  /** The `operationId` of receiving it. */
  readonly id: string;
  /** The body that comes in. */
  readonly body: BodyModel;
}

/** Reads the webhooks of a spec, in its order. Refuses one that is no POST of JSON with an `operationId`. */
export const webhooksOf = (document: JsonObject): readonly WebhookModel[] =>
  Object.entries(objectAt(document, "webhooks")).map(([name, value]) => {
    const operation = objectAt(dereference(document, value), "post");
    const id = textAt(operation, "operationId");
    const holder = dereference(document, operation["requestBody"]);
    const body = bodyOf(document, { holder, kinds: ["json"] }, name);
    if (id === undefined || body === undefined) {
      throw new SpecRefused(`${name}: a webhook is a post with an operationId and a JSON body`);
    }
    return { name, id, body };
  });
