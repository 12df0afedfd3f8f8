import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { holding, leftBehind } from "../left-behind.ts";
import { cell, csv } from "../published.ts";
import { batchIds, type Exchange, startKoard } from "./koard-server.ts";
import { run, WITHOUT_OWN_WAITS } from "./running.ts";

const NIGHTS = ["2026-11-18", "2026-11-19", "2026-11-20"] as const;

const HALF_PAIR = '{"id":"half-\\ud83d","account_id":"a","terminal_id":"t","processor_config_id":"c",';
const OTHERS =
  '"processor_name":"TSYS","status":"accepted","opened_at":"2026-11-16T06:00:00Z","closed_at":"2026-11-16T22:00:00Z","transaction_count":0,"captured_amount":0,"refunded_amount":0}';

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** What an API says of people and devices, where it refuses something. */
const REFUSED = JSON.stringify({
  error: { code: "DEVICE_NOT_ENROLLED", message: "Liszt's phone 77-canary may not read this" },
});

const hostile = ({ operation, id, body, response, answer }: Exchange): void => {
  const send = (text: string, status = 200): void =>
    void response.writeHead(status, { "content-type": "application/json" }).end(text);
  if (operation === "listBatches") {
    const [before = "", after = ""] = body().split('{"batches":[');
    send(`${before}{"batches":[${after.startsWith("]") ? "" : `${HALF_PAIR}${OTHERS},`}${after}`);
  } else if (id === "b002") send(REFUSED, 403);
  else if (id === "b003")
    send(
      body().replace(
        '"card":',
        `"additional_details":{"canary@people.example":${nested(100_000)}},"unknown":${nested(100_000)},"card":`,
      ),
    );
  else if (id === "b004")
    send(body().replace('"transaction_type":"sale"', '"transaction_type":"canary@people.example"'));
  else if (id === "b005") send(body().replace('"currency":"USD"', '"currency":"USD canary@people.example"'));
  else answer();
};

it("an id that is half a character, a field nested 100,000 deep, an address for a type and a name in a refusal stop no night and reach no file", async () => {
  const koard = await startKoard({ ids: batchIds(5), misbehave: hostile });
  const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
  const cwd = temporaryDirectory();
  const codes: Array<number | null> = [];
  for (const day of NIGHTS) codes.push((await run({ env, cwd, asOf: `${day}T02:00:00.000Z` })).code);
  expect(codes).toEqual([75, 75, 0]);

  const latest = join(cwd, "out/default/latest");
  expect((await tieout(["verify", "out"], { cwd })).code).toBe(0);
  const named = csv(latest, "exceptions.csv").map((row) => [
    cell(row, "code"),
    cell(row, "entity"),
    cell(row, "entity_id"),
    cell(row, "actual"),
  ]);
  expect(named.sort()).toEqual([
    // A row of a type that nobody knows counts nowhere.
    ["CAPTURED_MISMATCH", "batch", "b004", "10.00"],
    ["DETAIL_UNAVAILABLE", "batch", "b002", "403"],
    ["INVALID_RECORD", "run", "listBatches", "a text of 6 characters"],
    ["INVALID_RECORD", "transaction", "b003-1", "a list of 1"],
    ["UNKNOWN_CURRENCY", "batch", "b005", "USD [REDACTED]"],
    ["UNKNOWN_TYPE", "transaction", "b004-1", "[redacted]"],
  ]);
  const left = leftBehind(cwd);
  expect(holding(left, "DEVICE_NOT_ENROLLED")).not.toEqual([]);
  for (const text of ["canary", "Liszt", "phone", "people.example"]) expect(holding(left, text)).toEqual([]);
});
