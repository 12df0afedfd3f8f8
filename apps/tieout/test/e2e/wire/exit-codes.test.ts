import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { json, namesIn } from "../published.ts";
import { AS_OF, batchIds, type Exchange, startKoard } from "./koard-server.ts";
import { ENDING_BY_ITSELF, expectNothingPublished, expectSentence, reportedBatches, run } from "./running.ts";

const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  ({ response }: Exchange): void => {
    response.writeHead(status, headers).end();
  };

describe("the exit code says what a source did", () => {
  it.each([
    { what: "is in trouble", code: 69, requests: 6, misbehave: answering(500) },
    {
      what: "is down for as long as the run could wait",
      code: 75,
      requests: 1,
      misbehave: answering(503, { "retry-after": "86400" }),
    },
    {
      what: "hangs up on everybody",
      code: 69,
      requests: 6,
      misbehave: ({ response }: Exchange) => void response.socket?.resetAndDestroy(),
    },
    {
      what: "does not take the request that its documentation describes",
      code: 65,
      requests: 1,
      misbehave: answering(400),
    },
    { what: "refuses the key", code: 77, requests: 1, misbehave: answering(401) },
    { what: "forbids the key", code: 77, requests: 1, misbehave: answering(403) },
  ])("that $what: $code after $requests", async ({ code, requests, misbehave }) => {
    const koard = await startKoard({ ids: batchIds(1), misbehave });
    const ended = await run({ env: { ...koard.env, ...ENDING_BY_ITSELF } });
    expect(ended.code).toBe(code);
    expectSentence(ended);
    expect(ended.stderr).toMatch(/^Koard (?:refused|is unreachable for) listBatches: /);
    expectNothingPublished(ended.cwd);
    expect(koard.asked).toHaveLength(requests);
  });
});

describe("details that stay unread after all retries", () => {
  const unread = (exchange: Exchange): void =>
    exchange.id === "b002" ? answering(503)(exchange) : exchange.answer();

  it("end a run with exit 75: what is known stands in incomplete/, and the next run reads what is missing", async () => {
    const down = await startKoard({ ids: batchIds(5), misbehave: unread });
    const ended = await run({ env: { ...down.env, ...ENDING_BY_ITSELF } });
    expect(ended.code).toBe(75);
    expectSentence(ended);
    expect(ended.stderr).toMatch(
      /^default: some details could not be read \(\S+\/incomplete\/run\.json names them\): run again$/m,
    );
    const book = join(ended.cwd, "out/default");
    expect([namesIn(book), namesIn(join(book, "2026-11-17"))]).toEqual([["2026-11-17"], ["incomplete"]]);
    const { requests, unread: named } = json(join(book, "2026-11-17/incomplete"), "run.json").sources.koard;
    expect(Object.keys(named)).toEqual(["b002"]);
    expect(requests).toMatchObject({ refused: 6, retries: 5 });

    const up = await startKoard({ ids: batchIds(5) });
    const again = await run({ ...up, cwd: ended.cwd });
    expect([again.code, again.stderr]).toEqual([0, ""]);
    expect(up.asked).toEqual(["listBatches 0", "listBatches 5", "getBatch b002"]);
    expect(reportedBatches(again.cwd)).toEqual(batchIds(5));
  });

  it("end a pull with exit 75 as well", async () => {
    const down = await startKoard({ ids: batchIds(5), misbehave: unread });
    const env = { ...down.env, ...ENDING_BY_ITSELF };
    const ended = await tieout(["pull", "--quiet", "--as-of", AS_OF], { cwd: temporaryDirectory(), env });
    expect(ended).toEqual({ code: 75, stdout: "", stderr: "Some details could not be read: run again\n" });
  });
});
