import { instantText } from "../world/calendar.ts";
import { stampedIdentifier } from "../world/identifiers.ts";
import type { IssuanceShape, Mode } from "./shape.ts";

/** A programme as Record shows it. Record fact 3. */
export interface Program {
  readonly programId: string;
  readonly name: string;
  readonly description: string;
  readonly orgId: string;
  readonly mode: Mode;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The organisation that owns every object of the sandbox. */
export const ORG_ID = "org_1779085658651_hmhfv5";

const NAMES = [
  "Cyber Security",
  "Data Analysis",
  "Élèves & Métiers, Niveau 2",
  "=Finance Operations",
  "Machine Learning 東京",
  'Welding "Level 1"',
] as const;

const DAY_MS = 86_400_000;

/** How many programmes have cohorts; one more has none, as a programme may. */
export const programCountFor = (shape: IssuanceShape): number =>
  shape.mode === "test" ? 1 : Math.max(3, Math.min(50, Math.ceil(shape.cohorts / 4)));

/** The programme number `index`; identifiers and names do not depend on the seed, so that a configuration may name them. */
export const programOf = (shape: IssuanceShape, index: number): Program => {
  const createdAtMs = shape.todayMs - (400 - index) * DAY_MS + index * 1_234_567;
  // A fixed time keeps the identifier the same on every day on which the sandbox is started.
  const programId = stampedIdentifier(
    "prog",
    1_779_172_339_924 + index * 3_463_028,
    index,
    shape.mode === "test" ? 1 : 0,
  );
  const round = Math.floor(index / NAMES.length);
  const name = `${NAMES[index % NAMES.length] ?? NAMES[0]}${round === 0 ? "" : ` ${round + 1}`}`;
  const createdAt = instantText(createdAtMs);
  return {
    programId,
    name,
    description: `${name} programme`,
    orgId: ORG_ID,
    mode: shape.mode,
    createdAt,
    updatedAt: createdAt,
  };
};
