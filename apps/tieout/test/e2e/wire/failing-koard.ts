import { join } from "node:path";
import { expect } from "vitest";
import { json } from "../published.ts";
import { batchIds, type Exchange, startKoard } from "./koard-server.ts";
import { type RunPlace, run } from "./running.ts";

/** Batches of a server that fails in the middle, and how many of them it gives until then. */
export const BATCHES = 30;
export const IN_THE_MIDDLE = 12;

/** The beginning of a body, and then nothing more. */
export const aStall = ({ body, response }: Exchange): void => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write(body().slice(0, 40));
};

/** A server that behaves until the middle, and then as a test wants until it is healed. */
export const startFailing = async (misbehave: (exchange: Exchange) => void) => {
  let isHealed = false;
  const koard = await startKoard({
    ids: batchIds(BATCHES),
    misbehave: (exchange) => {
      if (!isHealed && exchange.operation === "getBatch" && exchange.nth > IN_THE_MIDDLE) misbehave(exchange);
      else exchange.answer();
    },
  });
  const heal = (): void => {
    isHealed = true;
  };
  return { koard, heal };
};

/** Runs again, and tells how many details of a book the runs before had kept. */
export const readBefore = async (
  place: RunPlace & { readonly cwd: string },
  book = "default",
): Promise<number> => {
  const again = await run(place, "--deadline", "1h");
  expect([again.code, again.stderr]).toEqual([0, ""]);
  const { details } = json(join(place.cwd, "out", book, "latest"), "run.json").sources.koard;
  return details.read_by_this_run ?? 0;
};
