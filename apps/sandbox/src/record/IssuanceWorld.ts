import { instantText } from "../world/calendar.ts";
import { stampedIdentifier } from "../world/identifiers.ts";
import type { Planted, Planting } from "../world/planting.ts";
import { type CredentialPlan, credentialPlans, type IssuanceShape } from "./plan.ts";
import { type IssuanceChanges, plantIssuances } from "./plant-issuances.ts";
import { type Mode, type Program, programCountFor, programOf } from "./programs.ts";
import { credential, type Recipient, recipientsOf } from "./recipients.ts";

/** What Record's list shows of a credential batch. */
export interface CredentialHeader {
  readonly batchId: string;
  readonly programId: string;
  readonly batchName: string;
  readonly issuedAtMs: number;
  readonly issuedAt: string;
  readonly status: string;
  /** What the list declares, which need not be how many there are. */
  readonly recipientCount: number;
}

interface Issued extends CredentialHeader {
  readonly recipients: () => readonly Recipient[];
}

const MINUTE_MS = 60_000;

/** Where written batches are dated: after everything planned, before the night ends. */
const WRITES_BEGIN_AT = 90;

/** Record's half of the world in one mode: programmes and credential batches as they are on one night. */
export class IssuanceWorld {
  readonly shape: IssuanceShape;
  readonly planted: readonly Planted[];
  readonly #changes: IssuanceChanges;
  readonly #written: Issued[] = [];
  #night = 1;
  #batches: ReadonlyMap<string, Issued> | undefined;

  constructor(shape: IssuanceShape, plantings: readonly Planting[]) {
    this.shape = shape;
    const { changes, planted } = plantIssuances(shape, plantings);
    this.#changes = changes;
    this.planted = planted;
  }

  get mode(): Mode {
    return this.shape.mode;
  }

  /** Moves to a night, forward or back; what was issued over the API stays. */
  setNight(night: number): void {
    this.#night = night;
    this.#batches = undefined;
  }

  /** The programmes that are listed on this night, newest first; the first of all has no cohorts. */
  programs(): readonly Program[] {
    return Array.from({ length: programCountFor(this.shape) + 1 }, (_, index) => programOf(this.shape, index))
      .filter(({ programId }) => (this.#changes.listedFrom.get(programId) ?? 1) <= this.#night)
      .toReversed();
  }

  /** Every batch by its identifier, newest last. */
  batches(): ReadonlyMap<string, CredentialHeader> {
    return this.#all();
  }

  #all(): ReadonlyMap<string, Issued> {
    this.#batches ??= new Map(
      [
        ...[...credentialPlans(this.shape, this.#night)].map((plan) => this.#issued(plan)),
        ...this.#written,
      ].map((batch) => [batch.batchId, batch]),
    );
    return this.#batches;
  }

  #issued(plan: CredentialPlan): Issued {
    const change = this.#changes.batches.get(plan.id);
    const isOn = change !== undefined && this.#night < change.mendedOnNight;
    return {
      batchId: plan.id,
      programId: plan.programId,
      batchName: plan.batchName,
      issuedAtMs: plan.issuedAtMs,
      issuedAt: instantText(plan.issuedAtMs, plan.offset),
      status: (isOn ? change.status : undefined) ?? "issued",
      recipientCount: plan.size + ((isOn ? change.countDelta : undefined) ?? 0),
      recipients: () => recipientsOf(this.shape, plan),
    };
  }

  /** The credentials of a batch; `undefined` for an unknown one. */
  recipients(batchId: string): readonly Recipient[] | undefined {
    return this.#all().get(batchId)?.recipients();
  }

  /** Issues a new batch; the programme must be a listed one. The same again makes another batch (Record fact 5.8). */
  issue(
    programId: string,
    batchName: string,
    people: readonly Pick<Recipient, "name" | "email">[],
  ): CredentialHeader {
    const nth = this.#written.length;
    const issuedAtMs =
      this.shape.todayMs + ((this.#night - 1) * 1440 + WRITES_BEGIN_AT) * MINUTE_MS + nth * 1000;
    const recipients = people.map((submitted, index) =>
      credential(stampedIdentifier("rec", issuedAtMs + index, this.shape.seed, -1, nth, index), submitted),
    );
    const batch: Issued = {
      batchId: stampedIdentifier("batch", issuedAtMs, this.shape.seed, -1, nth),
      programId,
      batchName,
      issuedAtMs,
      issuedAt: instantText(issuedAtMs),
      status: "issued",
      recipientCount: recipients.length,
      recipients: () => recipients,
    };
    this.#written.push(batch);
    this.#batches = undefined;
    return batch;
  }
}
