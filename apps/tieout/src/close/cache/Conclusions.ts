import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Context, Effect } from "effect";
import type { CachedKind } from "../../ledger/cache/CachedResult.ts";
import type { LedgerFailed, LedgerWriteError } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";

/** What a conclusion is about, and everything that it rests on beside the rules. */
export interface Grounds {
  /** Empty where it is about all that a book holds of a kind. */
  readonly entity: string;
  /** The details that it is drawn from; null where it is drawn from those of many, which `basis` then names. */
  readonly detailsId: number | null;
  /** Everything else, on one line. */
  readonly basis: string;
}

/**
 * What earlier closes concluded of a book, for this one to take up where nothing that it rests on has changed.
 *
 * A conclusion is a pure function of its grounds and of the rules, so to take it up or to draw it again is the same.
 */
export class Conclusions extends Context.Service<
  Conclusions,
  {
    /** What stands of some entities, given in code unit order: by entity, those whose grounds are still the same. */
    readonly recall: (
      about: CachedKind,
      grounds: ReadonlyArray<Grounds>,
    ) => Effect.Effect<ReadonlyMap<string, string>, LedgerFailed>;
    /** Keeps what was drawn, for later closes. */
    readonly keep: (
      about: CachedKind,
      drawn: ReadonlyArray<Grounds & { readonly body: string }>,
    ) => Effect.Effect<void, LedgerWriteError>;
  }
>()("tieout/close/Conclusions") {
  /** Those of the ledger, to which this run adds its own. */
  static readonly ofLedger = Effect.fnUntraced(function* (book: string) {
    const ledger = yield* Ledger;
    const sealOf = sealing(rulesSha256());
    return Conclusions.of({
      recall: Effect.fnUntraced(function* (about, grounds) {
        const [first = "", last = ""] = [grounds[0]?.entity, grounds.at(-1)?.entity];
        const kept = yield* ledger.cachedResults(book, about, { first, last });
        return new Map(
          grounds.flatMap((ground) => {
            const found = kept.get(ground.entity);
            return found?.digest === sealOf(ground, found?.body ?? "") ? [[ground.entity, found.body]] : [];
          }),
        );
      }),
      keep: (about, drawn) =>
        ledger.cacheResults(
          book,
          about,
          drawn.map((one) => ({ ...one, digest: sealOf(one, one.body) })),
        ),
    });
  });

  /** The same, for somebody who may only look at the ledger. */
  static readonly toLookAt = (book: string) =>
    Effect.map(Conclusions.ofLedger(book), ({ recall }) =>
      Conclusions.of({ recall, keep: () => Effect.void }),
    );

  /** As if nothing had ever been concluded; what is now is kept. */
  static readonly afresh = (book: string) =>
    Effect.map(Conclusions.ofLedger(book), ({ keep }) =>
      Conclusions.of({ recall: () => Effect.succeed(new Map()), keep }),
    );
}

/** How conclusions of one sort are drawn, and written down for a later night. */
export interface Drawing<Item, A, E, R> {
  readonly about: CachedKind;
  readonly groundsOf: (item: Item) => Grounds;
  readonly draw: (item: Item) => Effect.Effect<A, E, R>;
  readonly print: (conclusion: A) => string;
  /** Reads what `print` wrote, on this night or another. */
  readonly read: (text: string) => A;
  /** Whether there is too much to say for it to be worth keeping; such a one is drawn every night. */
  readonly isTooLarge: (conclusion: A) => boolean;
}

/** Takes up what stands of some items, given by entity in code unit order, and draws and keeps the rest, in turn. */
export const concluded = Effect.fnUntraced(function* <Item, A, E, R>(
  items: ReadonlyArray<Item>,
  { about, groundsOf, draw, print, read, isTooLarge }: Drawing<Item, A, E, R>,
) {
  const conclusions = yield* Conclusions;
  const grounded = items.map((item) => ({ item, ...groundsOf(item) }));
  const standing = yield* conclusions.recall(about, grounded);
  const all: Array<A> = [];
  const drawn: Array<Grounds & { readonly body: string }> = [];
  for (const { item, ...grounds } of grounded) {
    const text = standing.get(grounds.entity);
    const conclusion = text === undefined ? yield* draw(item) : read(text);
    all.push(conclusion);
    if (text === undefined && !isTooLarge(conclusion)) drawn.push({ ...grounds, body: print(conclusion) });
  }
  if (drawn.length > 0) yield* conclusions.keep(about, drawn);
  return all;
});

/** The same for a conclusion about all that a book holds of a kind. */
export const concludedOfAll = Effect.fnUntraced(function* <A, E, R>(
  grounds: Grounds,
  drawing: Omit<Drawing<void, A, E, R>, "groundsOf">,
) {
  const [conclusion] = yield* concluded([undefined], { ...drawing, groundsOf: () => grounds });
  return conclusion === undefined ? yield* Effect.die("one item gave no conclusion") : conclusion;
});

/**
 * The rules by which conclusions are drawn: a hash of the program itself, whose file names all others that it is made
 * of by their hashes. So another version takes up nothing of the one before, whatever was changed.
 */
const rulesSha256 = (): string => hash("sha256", readFileSync(new URL(import.meta.url)), "base64");

/** Binds a body to what it was drawn from and by, and so proves too that it is still as it was written. */
const sealing =
  (rules: string) =>
  ({ detailsId, basis }: Grounds, body: string): string =>
    hash("sha256", `${rules} ${detailsId}\n${basis}\n${body}`, "base64");
