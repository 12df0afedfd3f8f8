import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { listening } from "../../listening.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { json, namesIn } from "../published.ts";
import { startSandboxProcess } from "../sandbox-process.ts";
import { batchIds, type Exchange, KEY, LIST_REQUESTS, startKoard } from "./koard-server.ts";
import {
  expectNothingPublished,
  expectSentence,
  expectStoppedAfter,
  reportedBatches,
  run,
} from "./running.ts";

const IN_THE_MIDDLE = 12;
const POLL_MS = 20;

const refuse = ({ response }: Exchange, status: number): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: "Unauthorized", detail: `The key ${KEY} has been revoked` }));
};

describe("a key that is refused in the middle of a run", () => {
  it.each([
    // One refusal says that the key is wrong; that it may not see some batches, only that of more than half does.
    [401, 1, /^Koard refused getBatch: 401 The key \[redacted\] has been revoked\n$/],
    [403, IN_THE_MIDDLE + 1, /^Koard refused 13 of 25 details; the last: Koard refused getBatch: 403\n$/],
  ])(
    "by a %i ends it with exit 77 after %i: nothing is sent again, the key is not shown",
    async (status, refusals, sentence) => {
      let isRevoked = true;
      const koard = await startKoard({
        ids: batchIds(40),
        misbehave: (exchange) => {
          if (isRevoked && exchange.operation === "getBatch" && exchange.nth > IN_THE_MIDDLE)
            refuse(exchange, status);
          else exchange.answer();
        },
      });
      const ended = await run(koard, "--concurrency", "1");
      expect(ended.code).toBe(77);
      expectSentence(ended);
      expect(ended.stderr).toMatch(sentence);
      expectNothingPublished(ended.cwd);
      expectStoppedAfter(koard, LIST_REQUESTS + IN_THE_MIDDLE + refusals);

      isRevoked = false;
      const again = await run({ ...koard, cwd: ended.cwd });
      expect(again.code).toBe(0);
      expect(reportedBatches(again.cwd)).toEqual(batchIds(40));
      const { details } = json(join(again.cwd, "out/default/latest"), "run.json").sources.koard;
      expect(details).toEqual({ read_by_this_run: IN_THE_MIDDLE, new: 40 - IN_THE_MIDDLE });
    },
  );

  it("stops the other source as well, and keeps what that had read", async () => {
    const sandbox = await startSandboxProcess(
      "--clean",
      "--batches",
      "2",
      "--cohorts",
      "40",
      "--latency",
      "20",
    );
    onTestFinished(() => sandbox.kill());
    const { RECORD_BASE_URL, RECORD_API_TOKEN } = sandbox.env;
    const record = { RECORD_BASE_URL, RECORD_API_TOKEN };
    const readOfRecord = async (): Promise<number> => (await sandbox.requests())["getCredentialBatch"] ?? 0;
    const koard = await startKoard({
      ids: batchIds(1),
      misbehave: async (exchange) => {
        while ((await readOfRecord()) < IN_THE_MIDDLE) await sleep(POLL_MS);
        refuse(exchange, 401);
      },
    });
    const ended = await run({ env: { ...koard.env, ...record }, asOf: sandbox.asOf }, "--concurrency", "2");
    expect(ended.code).toBe(77);
    expectSentence(ended);
    expectNothingPublished(ended.cwd);
    const asked = await readOfRecord();

    const again = await run({ env: record, cwd: ended.cwd, asOf: sandbox.asOf });
    expect(again.code).toBe(0);
    const { details } = json(join(again.cwd, "out/default/latest"), "run.json").sources.record;
    // All but those that were under way, of which there were at most two.
    expect(details.read_by_this_run).toBeGreaterThanOrEqual(asked - 2);
  });

  it("keeps its own book from being reported on, and no other: the exit code is that of the worst failure", async () => {
    const refused = await startKoard({ ids: batchIds(1), misbehave: (exchange) => refuse(exchange, 401) });
    const endless = await startKoard({
      ids: batchIds(1),
      misbehave: ({ response }) => response.writeHead(404, { "content-type": "application/json" }).end("{}"),
    });
    const whole = await startKoard({ ids: batchIds(3) });
    const cwd = temporaryDirectory();
    const books = Object.entries({ refused, endless, whole }).map(([name, { url }]) => ({
      name,
      koard: { baseUrl: url },
    }));
    writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books }));
    const ended = await run({ env: { KOARD_API_KEY: KEY }, cwd });
    expect(ended.code).toBe(77);
    const sentences = ended.stderr.trimEnd().split("; ");
    expect(sentences).toEqual([
      expect.stringMatching(/^refused: Koard refused listBatches: 401 /),
      expect.stringMatching(/^endless: Koard refused listBatches: 404 /),
    ]);
    expect(namesIn(join(cwd, "out"))).toEqual(["index.html", "whole"]);
    expect(namesIn(join(cwd, "out/whole"))).toEqual(["2026-11-17", "latest"]);
    // Who looks at reports and not at exit codes learns of the two books that have none.
    const index = readFileSync(join(cwd, "out/index.html"), "utf8");
    for (const name of ["refused", "endless"])
      expect(index).toMatch(
        new RegExp(
          `<bdi>${name}</bdi></h2>\n<p[^>]*>A run was begun for this book, and no report came of any`,
        ),
      );
  });
});

it("a redirect to another host is not followed, so the key never reaches it: exit 65, the host is named", async () => {
  const [asked, headers]: [string[], string[]] = [[], []];
  const other = createServer((request, response) => {
    asked.push(request.url ?? "");
    headers.push(JSON.stringify(request.headers));
    response.end("{}");
  });
  const port = await listening(other);
  const koard = await startKoard({
    ids: batchIds(1),
    misbehave: ({ response }) =>
      response.writeHead(307, { location: `http://127.0.0.1:${port}/v1/batches?k=${KEY}` }).end(),
  });
  const ended = await run(koard);
  expect(ended.code).toBe(65);
  expectSentence(ended);
  expect(ended.stderr).toContain(`307 redirects to 127.0.0.1:${port}; redirects are not followed`);
  expectNothingPublished(ended.cwd);
  expect([asked, headers]).toEqual([[], []]);
});
