import { drawsFor, PURPOSE } from "../world/draws.ts";
import type { Planted, Planting } from "../world/planting.ts";
import type { PlantName } from "../world/plants.ts";
import type { CredentialChange, IssuanceChanges, ProgramChange } from "./issuance-changes.ts";
import { type CredentialPlan, credentialPlans } from "./plan.ts";
import { ADDED_PLANTS } from "./plants/added-plants.ts";
import { BATCH_PLANTS } from "./plants/batch-plants.ts";
import { programCountFor, programOf } from "./programs.ts";
import type { IssuanceShape } from "./shape.ts";

type Facts = Pick<Planted, "name" | "code" | "entity" | "entityId"> & Partial<Planted>;

const planted = (facts: Facts): Planted => ({
  alsoCodes: [],
  source: "record",
  batchId: null,
  fromNight: 1,
  mendedOnNight: null,
  currency: null,
  amountMinor: null,
  ...facts,
});

const DAY_MS = 86_400_000;

// Batches that are the whole of their cohort and no older than the report's window, so that a cohort shows one thing at a time.
const isCandidate = (shape: IssuanceShape, plan: CredentialPlan): boolean =>
  plan.nth === 0 &&
  plan.issuedAtMs > shape.todayMs - 33 * DAY_MS &&
  plan.cohort % 3 !== 1 &&
  plan.cohort % 5 !== 2;

const FIRST_LISTED = 2;

/** Chooses places for irregularities, one after the other; each batch and programme gets at most one. */
class Planter {
  readonly batches = new Map<string, CredentialChange>();
  readonly programs = new Map<string, ProgramChange>();
  readonly added: CredentialPlan[] = [];
  readonly list: Planted[] = [];
  isListPaged = false;
  readonly #shape: IssuanceShape;
  readonly #free: CredentialPlan[];
  readonly #draws;
  #missing = 0;
  #spoiltPrograms = 0;

  constructor(shape: IssuanceShape) {
    this.#shape = shape;
    this.#free = [...credentialPlans(shape, 1)].filter((plan) => isCandidate(shape, plan));
    this.#draws = drawsFor(shape.seed, PURPOSE.planting, shape.cohorts);
  }

  plant(name: PlantName): void {
    this.#inBatch(name);
    this.#besides(name);
    this.#inProgram(name);
    if (name !== "list-with-paging" || this.isListPaged) return;
    this.isListPaged = true;
    this.list.push(
      planted({ name, code: "POSSIBLE_TRUNCATION", entity: "run", entityId: "listCredentialBatches" }),
    );
  }

  #take(): CredentialPlan | undefined {
    if (this.#free.length === 0) return undefined;
    return this.#free.splice(this.#draws.int(0, this.#free.length - 1), 1)[0];
  }

  #inBatch(name: PlantName): void {
    const plant = BATCH_PLANTS[name];
    const plan = plant && this.#take();
    if (plan === undefined || plant === undefined) return;
    const other = plant.needsAnother === true ? this.#take() : undefined;
    if (plant.needsAnother === true && other === undefined) return;
    const { change, facts } = plant.plant({ shape: this.#shape, plan, ...(other && { other }) });
    this.batches.set(plan.id, change);
    this.list.push(
      planted({
        name,
        entity: "credential_batch",
        entityId: plan.id,
        batchId: plan.id,
        mendedOnNight: change.mendedOnNight ?? null,
        ...facts,
      }),
    );
  }

  #besides(name: PlantName): void {
    const plant = ADDED_PLANTS[name];
    const beside = plant && this.#take();
    if (plant === undefined || beside === undefined) return;
    const nth = this.added.length;
    for (const { plan, change, facts } of plant({ shape: this.#shape, plan: beside, nth })) {
      // Names and ids that are given can be given once.
      if (this.added.some(({ id }) => id === plan.id)) continue;
      this.added.push(plan);
      this.batches.set(plan.id, change ?? {});
      this.list.push(
        planted({ name, entity: "credential_batch", entityId: plan.id, batchId: plan.id, ...facts }),
      );
    }
  }

  #inProgram(name: PlantName): void {
    const withCohorts = Math.min(programCountFor(this.#shape), this.#shape.cohorts);
    if (this.#missing + this.#spoiltPrograms >= withCohorts) return;
    const spoil = (code: string, change: ProgramChange): void => {
      const { programId } = programOf(this.#shape, this.#spoiltPrograms++);
      this.programs.set(programId, change);
      this.list.push(planted({ name, code, entity: "program", entityId: programId }));
    };
    if (name === "program-mode-mismatch") spoil("MODE_MISMATCH", { mode: "test" });
    if (name === "program-foreign-org") spoil("FOREIGN_ORG", { orgId: "org_1790000000000_zzzzzz" });
    if (name !== "program-missing") return;
    const { programId } = programOf(this.#shape, withCohorts - 1 - this.#missing++);
    this.programs.set(programId, { listedFrom: FIRST_LISTED });
    this.list.push(
      planted({
        name,
        code: "UNKNOWN_PROGRAM",
        entity: "program",
        entityId: programId,
        mendedOnNight: FIRST_LISTED,
      }),
    );
  }
}

/** Chooses credential batches and programmes for the irregularities that Record's half of the world is to hold. */
export const plantIssuances = (
  shape: IssuanceShape,
  plantings: readonly Planting[],
): { readonly changes: IssuanceChanges; readonly planted: readonly Planted[] } => {
  const planter = new Planter(shape);
  for (const { name, count } of plantings) for (let nth = 0; nth < count; nth++) planter.plant(name);
  const { batches, programs, added, isListPaged, list } = planter;
  return { changes: { batches, programs, added, isListPaged }, planted: list };
};
