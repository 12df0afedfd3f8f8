import { isRestatedField, type PublishedFigures, type RestatedField } from "@tieout/reconcile";
import { isPublishedFigures } from "../codec/codecs.ts";
import { decoded, decoding } from "../codec/decode.ts";
import type { CanonicalJson } from "../store/blob.ts";

/** Figures of one batch as a report recorded them; most are only compared as they stand. */
export interface RecordedFigures {
  /** The canonical JSON of {@link PublishedFigures} without what their report showed first. */
  readonly text: CanonicalJson;
  /** The report that recorded them, `<day>/r<N>`. */
  readonly report: string;
}

const read = (name: string, { text, report }: RecordedFigures): PublishedFigures => {
  const shown = decoded(isPublishedFigures, text, { table: "figure", row: `${name} of ${report}` });
  const since: Partial<Record<RestatedField, string>> = {};
  // A field that has no date of its own was shown first by the report that recorded it.
  for (const field of Object.keys(shown.figures).filter(isRestatedField))
    since[field] = shown.since[field] ?? report;
  return { ...shown, since };
};

/** Reads recorded figures, by name. Fails with `RowDamaged`. */
export const readFigures = (recorded: ReadonlyMap<string, RecordedFigures>) =>
  decoding(() => new Map([...recorded].map(([name, figures]) => [name, read(name, figures)])));
