import { readFileSync, rmSync } from "node:fs";
import { Effect } from "effect";
import { writeDurably } from "../../ledger/store/email-key.ts";
import { ExportNotWritten } from "../../publish/failure.ts";

/** The text of a key that lies somewhere already; undefined where none does. */
export const readKeyThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Why it cannot be read is said by whoever writes there.
    return undefined;
  }
};

/** Puts a key where none lies, for its owner alone. */
export const placeKey = (file: string, key: string): Effect.Effect<void, ExportNotWritten> =>
  Effect.try({
    try: () => writeDurably(file, key),
    catch: (cause) =>
      new ExportNotWritten({
        ...{ place: file, step: "create" },
        reason: cause instanceof Error ? cause.message : String(cause),
      }),
  });

/** Takes a key away that was placed for a copy which then was not made. */
export const removeKey = (file: string): Effect.Effect<void> =>
  Effect.sync(() => rmSync(file, { force: true }));
