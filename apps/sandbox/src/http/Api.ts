import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Context, type Document, OpenAPIBackend, type Options } from "openapi-backend";
import type { PageFault, PageRequest } from "../faults/fault-kinds.ts";
import type { Mode } from "../record/shape.ts";
import { type Fields, fieldsOf, numberIn } from "./fields.ts";
import type { Handlers } from "./handler.ts";
import { Refused, type Reply } from "./reply.ts";

/** A request as the server hands it to an API: the path below the API's base, with its query. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** What an operation is, as far as the server is concerned. */
export interface Routed {
  /** The operationId; `unknown` for a request that is for none. */
  readonly operation: string;
  /** The page of a list that a request with this body asks for; `undefined` where it asks for none. */
  readonly page: (body: string) => PageRequest | undefined;
}

/** What makes an API of the sandbox, beside its spec. */
export interface ApiOptions {
  /** The spec as an object. */
  readonly spec: object;
  readonly handlers: Handlers;
  /** The mode a key opens; `undefined` for a key that opens nothing. */
  readonly modeOf: (key: string) => Mode | undefined;
  /** Puts a refusal into the documented body of this API. */
  readonly refusal: (refused: Refused) => Reply;
  /** Words the refusal of a request that its spec does not allow. */
  readonly invalid: (operation: string, body: Fields, faults: readonly Fault[]) => Refused;
}

/** One thing that is wrong with a request. */
export interface Fault {
  /** A JSON pointer into `{path, query, header, requestBody}`. */
  readonly at: string;
  readonly message: string;
}

/**
 * OpenAPI 3.1 speaks JSON Schema 2020-12, which the library's own Ajv does not; `strict` would refuse `x-` keywords.
 * The library asks for a new Ajv for each operation, though one for each set of options does.
 */
const ajvMaker = (): NonNullable<Options["customizeAjv"]> => {
  const made = new Map<boolean, Ajv2020>();
  return (_ajv, options) => {
    const coerces = options.coerceTypes === true;
    const ajv =
      made.get(coerces) ?? new Ajv2020({ ...options, strict: false, useDefaults: true, allErrors: true });
    if (!made.has(coerces)) {
      // The package is CommonJS, and its default export is only typed as a namespace.
      (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
      for (const format of ["int32", "int64", "float", "double", "password"]) ajv.addFormat(format, true);
    }
    made.set(coerces, ajv);
    // The library wants the class of JSON Schema draft 7; both have the same methods.
    return ajv as unknown as ReturnType<NonNullable<Options["customizeAjv"]>>;
  };
};

const keyOf = ({ request }: Context, scheme: object): string | undefined => {
  const fields = fieldsOf(scheme);
  const header = fields["type"] === "http" ? "authorization" : String(fields["name"]).toLowerCase();
  const sent = request.headers[header];
  const value = Array.isArray(sent) ? sent[0] : sent;
  return fields["type"] === "http" ? /^Bearer (.+)$/i.exec(value ?? "")?.[1] : value;
};

const parsed = (body: string): Fields => {
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return {};
  }
};

/** The page that a request is for, by what `x-pagination` says of its operation. */
const pageRequestOf = (pagination: Fields, path: string, body: string): PageRequest | undefined => {
  if (pagination["style"] !== "offset") return undefined;
  const offset =
    pagination["in"] === "body"
      ? numberIn(parsed(body), "offset")
      : Number(new URLSearchParams(path.split("?")[1]).get("offset"));
  return { offset: offset ?? 0, hasTotal: pagination["total"] === true };
};

/**
 * One of the two APIs, routed and validated by its own spec.
 *
 * A request meets, in this order: the spec's routes, its security schemes, its parameters and body, and then the
 * handler of its operationId.
 */
export class Api {
  readonly #backend: OpenAPIBackend;
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
    // The JSON import has a literal type of thousands of lines; the linter has checked that it is a spec.
    const definition = options.spec as Document;
    this.#backend = new OpenAPIBackend({
      definition,
      customizeAjv: ajvMaker(),
      // Compiles a validator when its operation is first called, not two hundred at start.
      quick: true,
      coerceTypes: true,
      handlers: this.#handlers(),
      securityHandlers: Object.fromEntries(
        Object.entries(definition.components?.securitySchemes ?? {}).map(([name, scheme]) => [
          name,
          (context: Context) => options.modeOf(keyOf(context, scheme) ?? ""),
        ]),
      ),
    });
  }

  /** Makes the API ready; refuses handlers without an operation and operations without a handler. */
  async init(): Promise<this> {
    const { router } = await this.#backend.init();
    // The router works its list of operations out again for every request, several times; it never changes.
    const operations = router.getOperations();
    router.getOperations = () => operations;
    const known = operations.map(({ operationId }) => operationId ?? "");
    const missing = known.filter((operation) => this.#options.handlers[operation] === undefined);
    if (missing.length > 0) throw new Error(`the sandbox has no handler for ${missing.join(", ")}`);
    return this;
  }

  /** What a request is for, whether or not it would be let in. */
  route(method: string, path: string): Routed {
    const matched = this.#match(method, path);
    const pagination = fieldsOf(fieldsOf(matched)["x-pagination"]);
    return {
      operation: matched?.operationId ?? "unknown",
      page: (body) => pageRequestOf(pagination, path, body),
    };
  }

  /** Answers one request; every failure of a documented kind is an answer, too. */
  async answer(asked: Asked, pageFault?: PageFault): Promise<Reply> {
    try {
      const headers = Object.fromEntries(
        Object.entries(asked.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, typeof value === "string" ? value : [...value]] as const],
        ),
      );
      const { method, path, body } = asked;
      return await this.#backend.handleRequest(
        { method, path, headers, ...(body === "" ? {} : { body }) },
        pageFault,
      );
    } catch (error) {
      if (error instanceof Refused) return this.#options.refusal(error);
      throw error;
    }
  }

  #methodsOf(path: string): readonly string[] {
    return ["GET", "PUT", "POST", "DELETE", "PATCH"].filter(
      (method) => this.#match(method, path) !== undefined,
    );
  }

  #match(method: string, path: string) {
    return this.#backend.router.matchOperation({ method, path, headers: {} });
  }

  /** What is wrong with an answer by the spec; empty when nothing is. */
  faultsOf(operation: string, status: number, body: unknown): readonly Fault[] {
    const { errors } = this.#backend.validateResponse(body, operation, status);
    return (errors ?? []).map(({ instancePath, message }) => ({
      at: instancePath,
      message: message ?? "is wrong",
    }));
  }

  #handlers(): NonNullable<Options["handlers"]> {
    const { handlers, refusal, invalid } = this.#options;
    const refuse = (status: number, text: string, code: string) => () =>
      refusal(new Refused(status, text, { code }));
    return {
      ...Object.fromEntries(
        Object.entries(handlers).map(([operation, handler]) => [
          operation,
          ({ request, security }: Context, pageFault?: PageFault) =>
            handler({
              path: request.params,
              query: request.query,
              body: fieldsOf(request.requestBody),
              mode: Object.values(security).find((mode) => mode === "live" || mode === "test") ?? "live",
              pageFault,
            }),
        ]),
      ),
      notFound: refuse(404, "Not Found", "NOT_FOUND"),
      // RFC 9110, 15.5.6: whoever is refused a method is told which ones there are.
      methodNotAllowed: ({ request }: Context) => {
        const reply = refusal(new Refused(405, "Method Not Allowed", { code: "METHOD_NOT_ALLOWED" }));
        return { ...reply, headers: { ...reply.headers, allow: this.#methodsOf(request.path).join(", ") } };
      },
      unauthorizedHandler: refuse(401, "Invalid API key", "UNAUTHORIZED"),
      validationFail: ({ operation, request, validation }: Context) => {
        const faults = (validation.errors ?? []).map(({ instancePath, message }) => ({
          at: instancePath,
          message: message ?? "is wrong",
        }));
        return refusal(invalid(operation.operationId ?? "", fieldsOf(request.requestBody), faults));
      },
    };
  }
}
