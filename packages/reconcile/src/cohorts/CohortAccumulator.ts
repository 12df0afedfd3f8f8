import { sortedDistinct } from "../code-points.ts";
import type { Credential, CredentialBatch, CredentialBatchHeader, Program } from "../records.ts";
import type { CohortRow } from "../reports/rows.ts";
import { isIssued, isProven } from "./batch-state.ts";
import { DistinctTexts, type MayRepeat } from "./DistinctTexts.ts";
import { cohortKey } from "./identity.ts";
import type { ProgramHolders } from "./ProgramHolders.ts";

/** How one batch is counted into its cohort. */
export interface CountContext {
  readonly isInWindow: boolean;
  readonly holders: ProgramHolders;
  readonly roster: ReadonlySet<string> | undefined;
}

/** The figures of one cohort while its batches go by, in the order in which they were issued. */
export class CohortAccumulator {
  /** The header of its earliest batch, whose spelling of the name is shown. */
  readonly first: CredentialBatchHeader;
  readonly entityId: string;
  readonly #batchIds: string[] = [];
  readonly #issued: DistinctTexts;
  readonly #people: DistinctTexts;
  readonly #otherStatus: DistinctTexts;
  readonly #found = new Set<string>();
  #declared = 0;
  #firstHolders = 0;
  #reissued = 0;
  #issuedInWindow = 0;
  #unexpected = 0;
  #lastIssuedAt: string;
  #hasDetails = false;
  #isProven = true;

  constructor(first: CredentialBatchHeader, mayRepeat: MayRepeat) {
    this.first = first;
    this.#issued = new DistinctTexts(mayRepeat);
    this.#people = new DistinctTexts(mayRepeat);
    this.#otherStatus = new DistinctTexts(mayRepeat);
    this.entityId = cohortKey(first);
    this.#lastIssuedAt = first.issuedAt;
  }

  /** How many of its credentials went to somebody who held one already; `null` where no details are known. */
  get reissued(): number | null {
    return this.#hasDetails ? this.#reissued : null;
  }

  add(batch: CredentialBatch, context: CountContext): void {
    const { header, details } = batch;
    this.#batchIds.push(header.id);
    this.#declared += header.recipientCount;
    this.#lastIssuedAt = header.issuedAt;
    this.#isProven &&= isProven(batch);
    if (details === null) return;
    this.#hasDetails = true;
    if (isIssued(header.status)) this.#addIssued(details.credentials, context);
    else for (const { id } of details.credentials) this.#otherStatus.add(id);
  }

  row(book: string, program: Program | undefined, roster: ReadonlySet<string> | undefined): CohortRow {
    const known = (count: number): number | null => (this.#hasDetails ? count : null);
    const listed = this.#hasDetails ? roster : undefined;
    return {
      book,
      mode: this.first.mode,
      programId: this.first.programId,
      programName: program?.name ?? null,
      cohort: this.first.name,
      entityId: this.entityId,
      batches: this.#batchIds.length,
      credentialsDeclared: this.#declared,
      credentialsIssued: known(this.#issued.size),
      people: known(this.#people.size),
      firstHolders: known(this.#firstHolders),
      reissued: known(this.#reissued),
      otherStatus: known(this.#otherStatus.size),
      issuedInWindow: known(this.#issuedInWindow),
      firstIssuedAt: this.first.issuedAt,
      lastIssuedAt: this.#lastIssuedAt,
      expected: roster?.size ?? null,
      missing: listed === undefined ? null : listed.size - this.#found.size,
      unexpected: listed === undefined ? null : this.#unexpected,
      state: this.#isProven ? "final" : "unproven",
      exceptions: 0,
      batchIds: sortedDistinct(this.#batchIds),
    };
  }

  #addIssued(credentials: readonly Credential[], { isInWindow, holders, roster }: CountContext): void {
    for (const credential of credentials) {
      const { id, emailHash } = credential;
      if (!this.#issued.add(id)) continue;
      if (emailHash !== null) this.#people.add(emailHash);
      const held = holders.add(credential);
      if (held === "first") this.#firstHolders += 1;
      if (held === "reissue") this.#reissued += 1;
      if (isInWindow) this.#issuedInWindow += 1;
      if (roster !== undefined && !this.#isExpected(credential, roster)) this.#unexpected += 1;
    }
  }

  /** Whether a roster names the credential or the person; remembers whom it found. */
  #isExpected({ id, emailHash }: Credential, roster: ReadonlySet<string>): boolean {
    const named = (emailHash === null ? [id] : [id, emailHash]).filter((name) => roster.has(name));
    for (const name of named) this.#found.add(name);
    return named.length > 0;
  }
}
