import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Reply } from "../errors/reply.ts";

/** One way in which a body breaks its schema, in the shape of Ajv's error objects. */
export interface ValidationIssue {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath?: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/**
 * A compiled schema in Ajv's shape: returns whether the body keeps to it, and has the issues in `errors`
 * until it is called again. Must have been compiled to find all issues, not only the first.
 */
export interface Validator {
  (body: unknown): boolean;
  errors?: readonly ValidationIssue[] | null;
}

/** In whose name a body is checked, and who receives what is left out of it. */
export interface CheckContext {
  readonly api: string;
  /** The `operationId`. */
  readonly operation: string;
  readonly errors: ErrorClasses;
  /** Without it, an item that breaks the spec breaks the whole answer. */
  readonly onViolation?: OnViolation | undefined;
  /** The answer that the body came with, for the error. */
  readonly reply?: Reply | undefined;
  /** Whether the body holds lists and objects deeper within each other than is looked into. */
  readonly isDeep?: boolean | undefined;
}

/** A body that keeps to the spec. */
export interface CheckedBody<Body = unknown> {
  readonly body: Body;
  /** JSON pointers, into the body as it came, of the items left out. */
  readonly leftOut: readonly string[];
}

/** Gives back a parsed body as far as it keeps to the spec, or throws `ContractBroken`. May edit it in place. */
export type AnswerCheck<Body = unknown> = (body: unknown, context: CheckContext) => CheckedBody<Body>;

/** Throws `RequestInvalid` for a body, or parameters, that break the spec. */
export type RequestCheck = (body: unknown, context: CheckContext) => void;

/** What the parameters and bodies of one operation are held against. */
export interface OperationValidators {
  /** Takes the parameters by place, then name. */
  readonly parameters?: RequestCheck;
  /** Without it the operation takes no body. */
  readonly request?: RequestCheck;
  /** Without it the operation promises no body. */
  readonly response?: AnswerCheck;
}

/**
 * Something in a 2xx answer that broke the spec and was therefore left out, or that is documented and was not there.
 * Never holds the value of a text.
 */
export interface Violation {
  /** The `operationId`. */
  readonly operation: string;
  /** JSON path into the body as it came: `$.transactions[3].total_amount`. */
  readonly path: string;
  /** What the spec wants there, in words: `integer`. */
  readonly expected: string;
  /** What was there: its value where that can be no personal data, else its kind and size. */
  readonly actual: string;
  /** The id of the item that it is, or lies in, where that item has one. */
  readonly id?: string;
  /** Whether the whole item was left out, or one field of what stayed; of a missing one `actual` is `nothing`. */
  readonly leftOut: "item" | "field";
  /**
   * The item that was left out, as it came, for what can still be read of it. A function, since it may hold personal
   * data, which no log of violations should write. Absent for a field.
   */
  readonly item?: () => unknown;
}

/** Receives every item and field that was left out. What it throws is reported, and changes nothing. */
export type OnViolation = (violation: Violation) => void;
