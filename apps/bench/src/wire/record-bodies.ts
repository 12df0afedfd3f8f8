import { MARK, MarkedBody, numberText } from "./marked-body.ts";
import { instant, type Shape } from "./shape.ts";

const PROGRAM = "prog_1779172339924_j3pr93";
const ORG = "org_1779085658651_hmhfv5";

/** Batches of one cohort; each has people of its own. */
const BATCHES_A_COHORT = 25;

/**
 * Apart in time, so that the order in which batches were issued is the order of their numbers; and by so little that
 * all of a world of any size are of its first day: none is young when the world is read.
 */
const SPACING_MS = 10;

const answer = (data: unknown): string => JSON.stringify({ success: true, message: "Fetched", data });

const header = (number: number, id: string, recipients: number) => ({
  batchId: id,
  programId: PROGRAM,
  batchName: `Cohort ${String(Math.floor(number / BATCHES_A_COHORT)).padStart(4, "0")}`,
  orgId: ORG,
  mode: "live",
  status: "issued",
  recipientCount: recipients,
  issuedAt: instant(0, number * SPACING_MS),
});

const recipient = (index: number) => ({
  recipientId: `rec_${MARK}_${String(index).padStart(6, "0")}`,
  name: `Daniela Dvořák ${String(index).padStart(4, "0")}`,
  email: `daniela.dvorak.${MARK}.${index}@learners.example`,
  credentialUrl: `https://app.getrecord.in/credential/rec_${MARK}_${String(index).padStart(6, "0")}`,
});

/** Record's answers about a world, made before anybody asks. */
export const recordBodies = ({
  credentialBatches,
  recipients,
}: Pick<Shape, "credentialBatches" | "recipients">) => {
  const people = Array.from({ length: recipients }, (_, index) => recipient(index));
  const numbers = Array.from({ length: credentialBatches }, (_, number) => number);
  const programs = Buffer.from(
    answer([
      {
        programId: PROGRAM,
        name: "Finance Operations",
        description: "Finance Operations programme",
        orgId: ORG,
        mode: "live",
        createdAt: "2025-10-19T01:01:43.701Z",
        updatedAt: "2025-10-19T01:01:43.701Z",
      },
    ]),
  );
  const list = Buffer.from(
    answer(numbers.map((number) => header(number, `batch_${numberText(number)}`, recipients))),
  );
  // Name and time differ by batch, so each has a small body of its own around the people that all share.
  const shared = new MarkedBody(JSON.stringify(people));
  return {
    programs,
    list,
    batch: (number: number): Buffer | undefined => {
      if (number >= credentialBatches) return undefined;
      const { recipientCount: _, ...own } = header(number, `batch_${numberText(number)}`, recipients);
      const [before = "", after = ""] = answer({ ...own, recipients: "HERE" }).split('"HERE"');
      return Buffer.concat([Buffer.from(before), shared.of(number), Buffer.from(after)]);
    },
    bytesOfBatch: shared.bytes,
  };
};
