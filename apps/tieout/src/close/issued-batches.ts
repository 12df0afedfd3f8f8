import {
  type CohortOptions,
  type CountedCredentials,
  type CredentialBatchHeader,
  credentialFigures,
} from "@tieout/reconcile";
import { HEADERS } from "../ledger/codec/codecs.ts";
import { decoded } from "../ledger/codec/decode.ts";
import { canonicalJson } from "../ledger/store/blob.ts";
import { type LineCodec, PackedList, PlainRoom } from "../ledger/store/PackedList.ts";
import { goneThrough } from "./gone-through.ts";

/** Batches that are held as they are: more than most books have, and little memory. */
const PLAIN_BATCHES = 5000;

const LINES: LineCodec<CredentialBatchHeader> = {
  print: canonicalJson,
  read: (line) =>
    decoded(HEADERS.credential_batch, line, { table: "observation", row: "of a credential batch" }),
};

/** Credential batches in the order in which they were issued. */
interface Issued {
  readonly headers: Iterable<CredentialBatchHeader>;
  /** What the credentials of each come to, in the same order. */
  readonly counted: ReadonlyArray<CountedCredentials>;
}

/**
 * What is said of single credential batches, made as it is gone through: memory holds few of them as they are, however
 * many there are.
 */
export const issuedBatches = (
  { headers, counted }: Issued,
  { calendar, window, source }: Pick<CohortOptions, "calendar" | "window" | "source">,
) => {
  const batches = new PackedList(LINES, new PlainRoom(PLAIN_BATCHES));
  for (const header of headers) batches.add(header);
  const dated = function* () {
    for (const header of batches) yield { header, day: calendar.dayOf(header.issuedAt) };
  };
  return {
    /** The id and the business day of each. */
    issuedDays: goneThrough(function* () {
      for (const { header, day } of dated()) yield [header.id, day] as const;
    }),
    /** What is shown of each that was issued before the end of the window. */
    figures: goneThrough(function* () {
      const counts = counted.values();
      for (const { header, day } of dated()) {
        const { value } = counts.next();
        if (value === undefined) throw new RangeError(`the credentials of ${header.id} were not counted`);
        if (day < window.to) yield credentialFigures({ header, counted: value }, day, source.name);
      }
    }),
  };
};
