/** How much an exception matters, worst first. */
export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;

/** See {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** The name of the system that an exception is about. */
export type Source = string;

/** A source as exceptions about it have it: its name in cells, its title in sentences. */
export interface NamedSource {
  readonly name: Source;
  readonly title: string;
}

/** What an exception is about. A cohort's id is `<mode>/<program_id>/<normalised name>`. */
export type Entity =
  | "batch"
  | "transaction"
  | "credential_batch"
  | "credential"
  | "cohort"
  | "program"
  | "processor"
  | "source"
  | "run";

const OF_SETTLEMENTS: ReadonlySet<Entity> = new Set(["batch", "transaction", "processor"]);

/** Whether ids of batches in an exception about an entity are those of settlements; else they are of credentials. */
export const isOfSettlements = (entity: Entity): boolean => OF_SETTLEMENTS.has(entity);

/**
 * What an explanation shows of an exception beside the header of what it is about: rows with their `sums`, `totals` over many batches, or with
 * counts alone (`rows`); nothing more (`header`), or how many `days` it has been; of credentials their counts, and
 * those records that the rule compares.
 */
export type EvidenceKind =
  | "sums"
  | "totals"
  | "rows"
  | "header"
  | "days"
  | "invalid_records"
  | "credentials"
  | "holding_batches"
  | "earlier_batch"
  | "reissues"
  | "name_variants"
  | "roster"
  | "list"
  | "payment";

/** What is known of an exception code before anything is found. */
export interface ExceptionRule {
  readonly severity: Severity;
  /** What it is where more is known that speaks against it. */
  readonly graver?: Severity;
  /** Its figures only run with time or volume, so that they change says nothing new. */
  readonly figuresRun?: true;
  /** What its rows can be about. */
  readonly entities: readonly Entity[];
  readonly evidence: EvidenceKind;
  /** When it is raised, what is expected and actual, and why it matters: one paragraph. */
  readonly rule: string;
}
