/** One way in which a body breaks its schema, in the shape of Ajv's error objects. */
export interface ValidationIssue {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/**
 * A compiled schema in Ajv's shape: says whether the body keeps to it, and has the issues in `errors`
 * until it is called again. Must have been compiled to find all issues, not only the first.
 */
export interface Validator {
  (body: unknown): boolean;
  errors?: readonly ValidationIssue[] | null;
}

/** The validators of one operation. Without `response` the operation promises no body; without `request` it takes none. */
export interface OperationValidators {
  readonly request?: Validator;
  readonly response?: Validator;
}
