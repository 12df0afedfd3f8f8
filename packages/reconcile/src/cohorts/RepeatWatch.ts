import { createHash } from "node:crypto";
import { sortedDistinct } from "../code-points.ts";
import { printedCount, textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { CredentialBatch, CredentialBatchHeader } from "../records.ts";
import { epochMs } from "../time/instants.ts";
import { batchFinding } from "./batch-findings.ts";
import type { MayRepeat } from "./DistinctTexts.ts";
import { cohortKey } from "./identity.ts";
import type { CohortOptions } from "./options.ts";

const MS_PER_MINUTE = 60_000;

/**
 * Notices what was issued twice, while batches go by in the order in which they were issued: the same credential
 * in two batches, and a batch that repeats an earlier one of its cohort to the same people (Record fact 5.8).
 */
export class RepeatWatch {
  readonly #firstBatchOf = new Map<string, CredentialBatchHeader>();
  readonly #batchIdsOf = new Map<string, Set<string>>();
  readonly #firstToSamePeople = new Map<string, CredentialBatchHeader>();
  readonly #source: NamedSource;
  readonly #dayOf: (at: string) => string;
  readonly #mayRepeat: MayRepeat;
  readonly #repeats: Finding[] = [];

  constructor({ source, calendar }: Pick<CohortOptions, "source" | "calendar">, mayRepeat: MayRepeat) {
    this.#source = source;
    this.#dayOf = (at) => calendar.dayOf(at);
    this.#mayRepeat = mayRepeat;
  }

  add({ header, details }: CredentialBatch): void {
    if (details === null) return;
    for (const { id } of details.credentials) if (this.#mayRepeat(id)) this.#addCredential(id, header);
    const people = sortedDistinct(details.credentials.flatMap(({ emailHash }) => emailHash ?? []));
    if (people.length > 0) this.#addPeople(people, header);
  }

  findings(): readonly Finding[] {
    const duplicates = [...this.#batchIdsOf].map(([id, batchIds]) =>
      this.#duplicate(id, sortedDistinct(batchIds)),
    );
    return [...this.#repeats, ...duplicates];
  }

  #addCredential(id: string, header: CredentialBatchHeader): void {
    const first = this.#firstBatchOf.get(id);
    if (first === undefined) {
      this.#firstBatchOf.set(id, header);
      return;
    }
    if (first.id === header.id) return;
    const batchIds = this.#batchIdsOf.get(id);
    if (batchIds === undefined) this.#batchIdsOf.set(id, new Set([first.id, header.id]));
    else batchIds.add(header.id);
  }

  #addPeople(people: readonly string[], header: CredentialBatchHeader): void {
    // A digest instead of the set: a few bytes a batch, however many people are in it.
    const digest = createHash("sha256")
      .update(JSON.stringify([cohortKey(header), people]))
      .digest("base64");
    const earlier = this.#firstToSamePeople.get(digest);
    if (earlier === undefined) {
      this.#firstToSamePeople.set(digest, header);
      return;
    }
    const minutes = Math.floor((epochMs(header.issuedAt) - epochMs(earlier.issuedAt)) / MS_PER_MINUTE);
    const about = { source: this.#source, batchId: header.id, businessDate: this.#dayOf(header.issuedAt) };
    this.#repeats.push(
      batchFinding(about, {
        code: "SUSPECTED_REPEAT",
        actual: textFigure(earlier.id),
        whatHappened: `This batch went to the same ${people.length === 1 ? "one person" : `${people.length} people`} of the same cohort as batch ${earlier.id}, ${printedCount(minutes, "minute")} after it.`,
        whatToDo: "Check whether it was sent twice by mistake; both are counted as issued.",
      }),
    );
  }

  #duplicate(id: string, batchIds: readonly string[]): Finding {
    const first = this.#firstBatchOf.get(id);
    return {
      code: "DUPLICATE_CREDENTIAL_ID",
      source: this.#source.name,
      entity: "credential",
      entityId: id,
      businessDate: first === undefined ? null : this.#dayOf(first.issuedAt),
      currency: null,
      expected: null,
      actual: textFigure(batchIds.join(";")),
      moneyAtStake: null,
      whatHappened: `${batchIds.length} batches hold this credential: ${batchIds.join(", ")}.`,
      whatToDo: `Ask ${this.#source.title} which of the batches issued it.`,
      batchIds,
    };
  }
}
