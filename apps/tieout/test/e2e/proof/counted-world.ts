import { fileDirectory, type Judged, judged, plantedSandbox, type Run } from "../data-cases/planted-world.ts";
import type { SandboxProcess } from "../sandbox-process.ts";

/** One batch or more for each case; what a processor's way of counting shows is planted in the batches of that processor. */
const PLANTS = [
  "refund-without-row,counts-originals,refund-of-an-earlier-sale,negative-refund-row",
  "refunded-elsewhere,refund-row-twice",
  "header-as-at-close,settled-again,settled-again-in-part",
  "declined-elsewhere,captured-mismatch,captured-short,rejected-42",
  "history-of-a-sale,chargeback,one-event-twice",
  "batch-moved,cohort-renamed,partial-approval,header-bad-time",
  "tips-left-out,surcharges-left-out,taxes-left-out,declares-another",
  "mixed-refunds,counts-anew:12",
].join(",");

const SIZES = ["--seed", "4", "--batches", "240", "--transactions", "10", "--cohorts", "24"] as const;

/** A processor whose refunds are rows of their own, and one whose captured totals are net of refunds. */
export const COUNTS = { refundRows: "Fiserv", netOfRefunds: "Payroc", usual: "TSYS" } as const;

/** The day of the report of a night. */
export const dayOf = (night: number): string => `2026-11-${16 + night}`;

/** The instant as of which a night is reported on. */
export const asOfNight = (night: number): string => `2026-11-${17 + night}T02:00:00.000Z`;

/** A world in which processors count in three ways, and the nights of one book over it. */
export const countedWorld = async () => {
  const { cwd, remove } = fileDirectory();
  const counts = `${COUNTS.refundRows}=refund_rows,${COUNTS.netOfRefunds}=net_of_refunds`;
  const sandbox: SandboxProcess = await plantedSandbox(PLANTS, ...SIZES, "--counts", counts);
  return {
    cwd,
    sandbox,
    /** Reports on a night. */
    night: (night: number, more: Partial<Run> = {}): Promise<Judged> =>
      judged(sandbox, { cwd, asOf: asOfNight(night), place: `${dayOf(night)}/r1`, ...more }),
    end: async (): Promise<void> => {
      await sandbox.kill();
      remove();
    },
  };
};
