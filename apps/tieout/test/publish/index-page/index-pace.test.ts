import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Clock, Effect } from "effect";
import { expect, it } from "vitest";
import { resolveSettings } from "../../../src/config/resolve-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { eachBook } from "../../../src/operate/night/each-book.ts";
import { CurrentIndexPace, IndexPace } from "../../../src/publish/index-page/IndexPace.ts";
import { newFile, using } from "../../ledger/opened-ledger.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

/** A clock by which each look takes 10 ms, so that to make the page takes 20 at least. */
const slowly = <A, E, R>(effect: Effect.Effect<A, E, R>) => {
  let nowMs = 0;
  const read = (): number => (nowMs += 10);
  return Effect.flatMap(Clock.Clock, (clock) =>
    Effect.provideService(
      effect,
      Clock.Clock,
      Object.assign(Object.create(clock), {
        currentTimeMillisUnsafe: read,
        currentTimeMillis: Effect.sync(read),
      }),
    ),
  );
};

/** Whether the page over all books was made anew since it was last asked. */
const looking = (out: string) => (): boolean => {
  const path = join(out, "index.html");
  const isNew = !readFileSync(path, "utf8").endsWith("<!-- seen -->");
  if (isNew) appendFileSync(path, "<!-- seen -->");
  return isNew;
};

const trial = <A, E>(use: (pace: IndexPace, out: string) => Effect.Effect<A, E, Ledger>) =>
  Effect.runPromise(
    using(newFile(), (ledger) =>
      slowly(use(new IndexPace(), temporaryDirectory())).pipe(Effect.provideService(Ledger, ledger)),
    ),
  );

it("makes the page after a report, then not until it is time again, and at the end where a report owes it", () =>
  trial((pace, out) =>
    Effect.gen(function* () {
      const isNew = looking(out);
      yield* pace.afterReport(out);
      expect(isNew()).toBe(true);
      yield* pace.afterReport(out);
      expect(isNew()).toBe(false);
      yield* pace.atEnd(out);
      expect(isNew()).toBe(true);
      yield* pace.atEnd(out);
      expect(isNew()).toBe(false);
      for (let look = 0; look < 100; look += 1) yield* Clock.currentTimeMillis;
      yield* pace.afterReport(out);
      expect(isNew()).toBe(true);
    }),
  ));

it("leaves it to the last of the books that are under way", () =>
  trial((pace, out) =>
    Effect.gen(function* () {
      const isNew = looking(out);
      yield* pace.afterReport(out);
      isNew();
      const book = Effect.andThen(pace.afterReport(out), pace.atEnd(out));
      yield* pace.counting(
        Effect.gen(function* () {
          yield* pace.counting(book);
          expect(isNew()).toBe(false);
          yield* book;
          expect(isNew()).toBe(true);
        }),
      );
    }),
  ));

it("says of a page that somebody else made that it is left alone", () =>
  trial((pace, out) =>
    Effect.gen(function* () {
      writeFileSync(join(out, "index.html"), "theirs");
      expect(yield* pace.afterReport(out)).toEqual([expect.stringContaining("was made by somebody else")]);
      expect(readFileSync(join(out, "index.html"), "utf8")).toBe("theirs");
    }),
  ));

it.each([
  ["ends", Effect.void],
  ["breaks off", Effect.die(new Error("planted"))],
])("is owed by no run that %s", async (_, last) => {
  const out = temporaryDirectory();
  const isNew = looking(out);
  const config = join(out, "tieout.config.json");
  const koard = { baseUrl: "http://127.0.0.1:9" };
  writeFileSync(
    config,
    JSON.stringify({
      books: [
        { name: "a", koard },
        { name: "b", koard },
      ],
    }),
  );
  const work = Effect.flatMap(CurrentIndexPace, (pace) => pace.afterReport(out));
  const ofBook = ({ book: { name } }: { readonly book: { readonly name: string } }) =>
    name === "a" ? Effect.tap(work, () => Effect.sync(isNew)) : Effect.andThen(work, last);
  const flags = { config, out, ledger: `sqlite:${join(out, "tieout.db")}` };
  await Effect.runPromiseExit(
    resolveSettings(flags, { KOARD_API_KEY: "koard-key" }, "2026-11-20T02:00:00.000Z").pipe(
      Effect.flatMap((settings) => eachBook(settings, ofBook)),
      Effect.provideService(CurrentIndexPace, new IndexPace()),
      slowly,
    ),
  );
  expect(isNew()).toBe(true);
});
