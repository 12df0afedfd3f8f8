// Proves that rows of a batch that no answer holds are gone through page by page.

import { createKoardClient } from "@tieout/koard";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { searchedPages } from "../../../src/sources/koard/searched-rows.ts";
import { takeNotes } from "../../../src/sources/wire/notes.ts";
import { collectLeftOut } from "../../../src/sources/wire/wire.ts";
import { heldBytes } from "../../held-memory.ts";
import { serve } from "../loopback.ts";
import { row } from "./koard-records.ts";

it("holds of a page no more than a proof reads, when the next one comes", async () => {
  const [rows, characters] = [1200, 20_000];
  const held: Array<number> = [];
  const { url } = await serve({
    "POST /v1/transactions/search": ({ sent }) => {
      held.push(heldBytes());
      const { offset = 0 }: { readonly offset?: number } = JSON.parse(sent);
      const ids = Array.from({ length: Math.min(30, rows - offset) }, (_, at) => `t${offset + at}`);
      const transactions = ids.map((id) => row(id, { merchant_name: id.padEnd(characters, "x") }));
      return { body: { transactions, limit: 30, offset, page: 1, total: rows } };
    },
  });
  const notes = takeNotes("Koard");
  const found = await Effect.runPromise(
    searchedPages({
      client: createKoardClient({ apiKey: "koard-key", baseUrl: url }),
      ...{ source: "Koard", batchId: "b1", leftOut: collectLeftOut(notes), notes },
    }),
  );
  expect(found).toHaveLength(rows);
  expect(Math.max(...held) - Math.min(...held)).toBeLessThan((rows * characters) / 2);
});
