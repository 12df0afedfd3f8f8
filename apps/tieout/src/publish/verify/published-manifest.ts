import { readFile } from "node:fs/promises";
import { SEVERITIES, TOTALLED_AMOUNTS } from "@tieout/reconcile";
import { Result, Schema } from "effect";
import { reasonOf } from "./problem.ts";

/** A name in the report's own directory: a manifest that somebody edited must not lead anywhere else. */
const FileName = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9][\w.-]*$/));
const Sha256 = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/));
const Day = Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/));
const Amount = Schema.NullOr(Schema.String);

const Count = Schema.NullOr(Schema.Int);

const Source = Schema.Struct({
  configured: Schema.Boolean,
  asked: Schema.optional(Schema.Boolean),
  last_asked: Schema.optional(Schema.NullOr(Day)),
  mode: Schema.NullOr(Schema.String),
  listed: Schema.optional(Schema.Int),
  invalid: Schema.optional(Schema.Int),
});

/** The amounts of settlement totals, in the order of the manifest. */
export const STATED_AMOUNTS = [...TOTALLED_AMOUNTS, "unexplained_absolute"] as const;

const SettlementSum = Schema.StructWithRest(Schema.Struct({ batches: Schema.Int }), [
  Schema.Record(Schema.Literals(STATED_AMOUNTS), Amount),
]);

const Manifest = Schema.Struct({
  schema: Schema.Literal("tieout/report@2"),
  book: Schema.String,
  series: Schema.optional(Schema.Literals(["nightly", "window"])),
  day: Day,
  // 0 for an incomplete report, which is no revision.
  revision: Schema.Int,
  verdict: Schema.Literals(["final", "provisional", "incomplete"]),
  window: Schema.Struct({ from: Day, to: Day }),
  as_of: Schema.optional(Schema.String),
  sources: Schema.Record(Schema.String, Source),
  files: Schema.Array(
    Schema.Struct({
      name: FileName,
      // Only a CSV has rows to count.
      rows: Schema.optional(Schema.NullOr(Schema.Int)),
      bytes: Schema.Int,
      sha256: Sha256,
    }),
  ),
  totals: Schema.Struct({
    credentials: Schema.Struct({ declared: Count, issued: Count, people: Count }),
    // By currency and state.
    settlements: Schema.Record(Schema.String, Schema.Record(Schema.String, SettlementSum)),
  }),
  conventions: Schema.optional(
    Schema.Array(
      Schema.Struct({
        processor_name: Schema.String,
        total: Schema.Literals(["captured", "refunded"]),
        basis: Schema.NullOr(Schema.String),
      }),
    ),
  ),
  exceptions: Schema.Struct({
    open: Schema.Int,
    decided: Schema.optional(Schema.Int),
    by_severity: Schema.Record(Schema.Literals(SEVERITIES), Schema.Int),
  }),
  previous: Schema.NullOr(
    Schema.Struct({
      report: Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}\/r[1-9]\d{0,8}$/)),
      manifest_sha256: Sha256,
    }),
  ),
  config_sha256: Sha256,
});

/** What is needed of a manifest that was published; members that a newer tieout added are passed over. */
export type PublishedManifest = typeof Manifest.Type;

const decode = Schema.decodeUnknownResult(Manifest);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads `manifest.json`; `problem` says in one line what keeps it from being one. */
export const readManifest = async (
  path: string,
): Promise<{ readonly manifest: PublishedManifest } | { readonly problem: string }> => {
  try {
    const json = parsed(await readFile(path, "utf8"));
    if (json === undefined) return { problem: "is not JSON" };
    const decoded = decode(json);
    return Result.isSuccess(decoded)
      ? { manifest: decoded.success }
      : { problem: `is not the manifest of a report: ${reasonOf(decoded.failure).replaceAll(/\s+/g, " ")}` };
  } catch (cause) {
    return { problem: `cannot be read: ${reasonOf(cause)}` };
  }
};
