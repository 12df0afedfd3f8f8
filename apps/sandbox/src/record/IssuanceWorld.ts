import { instantText } from "../world/calendar.ts";
import { stampedIdentifier } from "../world/identifiers.ts";
import type { Planted, Planting } from "../world/planting.ts";
import { type IssuanceChanges, isSeen } from "./issuance-changes.ts";
import { type CredentialPlan, credentialPlans } from "./plan.ts";
import { plantIssuances } from "./plant-issuances.ts";
import { ORG_ID, type Program, programCountFor, programOf } from "./programs.ts";
import { credential, type Person, type Recipient, recipientsOf } from "./recipients.ts";
import type { IssuanceShape, Mode } from "./shape.ts";

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
  readonly mode: Mode;
  readonly orgId: string;
  /** Whether it is listed, and answers 404 all the same. */
  readonly isUnavailable: boolean;
  /** Whether its time is one that nobody can use, so that the whole entry is worth nothing. */
  readonly isInvalid: boolean;
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
    const { programs } = this.#changes;
    return Array.from({ length: programCountFor(this.shape) + 1 }, (_, index) => programOf(this.shape, index))
      .filter(({ programId }) => (programs.get(programId)?.listedFrom ?? 1) <= this.#night)
      .map((program) => {
        const { mode = program.mode, orgId = program.orgId } = programs.get(program.programId) ?? {};
        return { ...program, mode, orgId };
      })
      .toReversed();
  }

  /** Whether the list of batches names a next page, which its spec does not know. */
  get isListPaged(): boolean {
    return this.#changes.isListPaged;
  }

  /** Every batch by its identifier, newest last. */
  batches(): ReadonlyMap<string, CredentialHeader> {
    return this.#all();
  }

  #all(): ReadonlyMap<string, Issued> {
    this.#batches ??= new Map(
      [
        ...[...credentialPlans(this.shape, this.#night), ...this.#changes.added]
          .filter(({ id }) => this.#night < (this.#changes.batches.get(id)?.goneFromNight ?? Infinity))
          .map((plan) => this.#issued(plan)),
        ...this.#written,
      ].map((batch) => [batch.batchId, batch]),
    );
    return this.#batches;
  }

  #issued(plan: CredentialPlan): Issued {
    const planted = this.#changes.batches.get(plan.id);
    const change = planted !== undefined && isSeen(planted, this.#night) ? planted : {};
    const size = change.size ?? plan.size;
    return {
      batchId: plan.id,
      programId: plan.programId,
      batchName: change.batchName ?? plan.batchName,
      issuedAtMs: plan.issuedAtMs,
      issuedAt: change.issuedAt?.(plan.issuedAtMs) ?? instantText(plan.issuedAtMs, plan.offset),
      status: change.status ?? "issued",
      recipientCount: size + (change.countDelta ?? 0),
      mode: change.mode ?? this.mode,
      orgId: change.orgId ?? ORG_ID,
      isUnavailable: change.isUnavailable ?? false,
      isInvalid: change.isInvalid ?? false,
      recipients: () => {
        const recipients = recipientsOf(this.shape, { ...plan, size });
        return change.recipients?.(recipients) ?? recipients;
      },
    };
  }

  /** The credentials of a batch; `undefined` for an unknown one. */
  recipients(batchId: string): readonly Recipient[] | undefined {
    return this.#all().get(batchId)?.recipients();
  }

  /** Issues a new batch; the programme must be a listed one. The same again makes another batch (Record fact 5.8). */
  issue(programId: string, batchName: string, people: readonly Person[]): CredentialHeader {
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
      mode: this.mode,
      orgId: ORG_ID,
      isUnavailable: false,
      isInvalid: false,
      recipients: () => recipients,
    };
    this.#written.push(batch);
    this.#batches = undefined;
    return batch;
  }
}
