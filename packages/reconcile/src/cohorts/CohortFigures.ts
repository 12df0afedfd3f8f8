import type { Finding } from "../exceptions/finding.ts";
import type { CredentialBatch, CredentialBatchHeader } from "../records.ts";
import type { CohortRow } from "../reports/rows.ts";
import { credentialBatchFindings } from "./batch-findings.ts";
import { CohortAccumulator } from "./CohortAccumulator.ts";
import { nameVariants, reissues } from "./cohort-findings.ts";
import { compareIssued } from "./compare-issued.ts";
import type { MayRepeat } from "./DistinctTexts.ts";
import { cohortKey } from "./identity.ts";
import type { CohortOptions } from "./options.ts";
import { foreignOrgs, type OrgMember, programModes, unknownPrograms } from "./organisation-findings.ts";
import { ProgramHolders } from "./ProgramHolders.ts";
import { RepeatWatch } from "./RepeatWatch.ts";
import { rosterFindings } from "./roster-findings.ts";

/**
 * Counts credentials cohort by cohort while their batches go by: all batches the ledger knows, each once, in the
 * order of {@link compareIssued}, since who already held a credential depends on it. Keeps no batch, and ids and
 * e-mail hashes of those credentials only that may come again.
 *
 * Batches issued at or after the end of the window are in no figure; exceptions are about them all the same.
 */
export class CohortFigures {
  readonly #options: CohortOptions;
  readonly #mayRepeat: MayRepeat;
  readonly #windowAt: { readonly from: string; readonly to: string };
  readonly #cohorts = new Map<string, CohortAccumulator>();
  readonly #holders = new Map<string, ProgramHolders>();
  readonly #repeats: RepeatWatch;
  readonly #members: OrgMember[] = [];
  readonly #batchIdsOfProgram = new Map<string, string[]>();
  readonly #batchFindings: Finding[] = [];
  #afterWindow = 0;
  #last: CredentialBatchHeader | null = null;

  /** `mayRepeat` is asked about every credential id and e-mail hash; without it all of them are remembered. */
  constructor(options: CohortOptions, mayRepeat: MayRepeat = () => true) {
    const { calendar, programs, window } = options;
    this.#options = options;
    this.#mayRepeat = mayRepeat;
    this.#windowAt = calendar.instantsOf(window);
    this.#repeats = new RepeatWatch(options, mayRepeat);
    for (const { id, orgId } of programs) {
      this.#members.push({ entity: "program", entityId: id, orgId, businessDate: null });
    }
  }

  /** Throws a RangeError when `batch` comes before one already added, or again. */
  add(batch: CredentialBatch): void {
    const { header } = batch;
    if (this.#last !== null && compareIssued(this.#last, header) >= 0) {
      throw new RangeError(`batch ${header.id} was added after ${this.#last.id}, which was issued later`);
    }
    this.#last = header;
    this.#remember(header);
    this.#repeats.add(batch);
    this.#batchFindings.push(...credentialBatchFindings(batch, this.#options));
    if (header.issuedAt < this.#windowAt.to) this.#count(batch);
    else this.#afterWindow += 1;
  }

  /** Batches issued at or after the end of the window, for the manifest. */
  get afterWindow(): number {
    return this.#afterWindow;
  }

  /** One row a cohort, in the order of their earliest batches; `exceptions` is still 0. */
  rows(): readonly CohortRow[] {
    const { book, programs, rosters } = this.#options;
    const programOf = new Map(programs.map((program) => [program.id, program]));
    return [...this.#cohorts.values()].map((cohort) =>
      cohort.row(book, programOf.get(cohort.first.programId), rosters?.get(cohort.entityId)),
    );
  }

  /** Every exception about programmes, credential batches, credentials and cohorts, in no promised order. */
  findings(): readonly Finding[] {
    const { source, programs, rosters } = this.#options;
    return [
      ...this.#batchFindings,
      ...this.#repeats.findings(),
      ...foreignOrgs(this.#members, source),
      ...programModes(programs, this.#options),
      ...unknownPrograms(this.#batchIdsOfProgram, programs, source),
      ...reissues(this.#cohorts.values(), source),
      ...nameVariants(this.#cohorts.values(), source),
      ...(rosters === undefined ? [] : rosterFindings(this.rows(), rosters, source)),
    ];
  }

  #remember(header: CredentialBatchHeader): void {
    const businessDate = this.#options.calendar.dayOf(header.issuedAt);
    this.#members.push({
      entity: "credential_batch",
      entityId: header.id,
      orgId: header.orgId,
      businessDate,
    });
    const batchIds = this.#batchIdsOfProgram.get(header.programId);
    if (batchIds === undefined) this.#batchIdsOfProgram.set(header.programId, [header.id]);
    else batchIds.push(header.id);
  }

  #count(batch: CredentialBatch): void {
    const { header } = batch;
    const key = cohortKey(header);
    const cohort = this.#cohorts.get(key) ?? new CohortAccumulator(header, this.#mayRepeat);
    this.#cohorts.set(key, cohort);

    const programKey = JSON.stringify([header.mode, header.programId]);
    const holders = this.#holders.get(programKey) ?? new ProgramHolders(this.#mayRepeat);
    this.#holders.set(programKey, holders);

    cohort.add(batch, {
      isInWindow: header.issuedAt >= this.#windowAt.from,
      holders,
      roster: this.#options.rosters?.get(key),
    });
  }
}
