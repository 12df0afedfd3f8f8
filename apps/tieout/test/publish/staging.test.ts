import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { checkOutput } from "../../src/publish/staging.ts";
import { namesIn } from "../e2e/published.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

it("nights of several books at once make the output directory together, and leave none of a book", async () => {
  const out = join(temporaryDirectory(), "deep", "out");
  const books = Array.from({ length: 8 }, (_, nth) => checkOutput(join(out, `book-${nth}`)));
  await Effect.runPromise(Effect.all(books, { concurrency: "unbounded" }));
  expect(namesIn(out)).toEqual([]);
  expect(namesIn(join(out, ".."))).toEqual(["out"]);
});
