import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startReceiver } from "../receiver.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { json, namesIn } from "./published.ts";
import { AS_OF, batchIds, startKoard } from "./wire/koard-server.ts";

// What this test proves: pings, measures and a trace follow each run, messages only what changed, and none changes an exit code.

it("a run pings as it begins and ends, says once that it failed and that it succeeds again, whatever receivers do", async () => {
  const koard = await startKoard({ ids: batchIds(3) });
  const { got, origin } = await startReceiver();
  const cwd = temporaryDirectory();
  const file = join(cwd, "tieout.prom");
  const measured = (name: string) =>
    new RegExp(`^tieout_${name}\\{book="default".*\\} (.+)$`, "m").exec(readFileSync(file, "utf8"))?.[1];
  const receivers = {
    TIEOUT_METRICS_FILE: file,
    TIEOUT_PING_URL: `${origin}/ping/u`,
    TIEOUT_SLACK_URL: `${origin}/slack`,
  };
  const run = async (env: Readonly<Record<string, string>> = {}, ...options: readonly string[]) => {
    got.length = 0;
    const place = { cwd, env: { ...koard.env, ...receivers, ...env } };
    const { code, stderr } = await tieout(["run", "--as-of", AS_OF, ...options], place);
    const asked = got.map(({ path }) => path).filter((path) => !path.includes("/v1/"));
    return { code, stderr, asked: asked.toSorted() };
  };
  const PINGS = ["/ping/u", "/ping/u/start"];

  const [trace, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const collector = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `${origin}/otlp`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    TRACEPARENT: `00-${trace}-${parent}-01`,
  };
  expect(await run(collector)).toEqual({ code: 0, stderr: "", asked: PINGS });
  const sent = (signal: string) =>
    got.flatMap(({ path, body }) => (path === `/otlp/v1/${signal}` ? [JSON.parse(body)] : []));
  const spans = sent("traces").flatMap(({ resourceSpans: [all] }) => all.scopeSpans[0].spans);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([trace]));
  const [root] = spans.filter(({ parentSpanId }) => parentSpanId === parent);
  expect(root).toMatchObject({ name: "tieout run", status: { code: 1 } });
  const names = spans.map(({ name }) => String(name));
  expect(names.filter((name) => name === "getBatch")).toHaveLength(3);
  expect(names).toEqual(
    expect.arrayContaining(["listBatches", "pullSource", "closeBook", "publishReport", "runBook"]),
  );
  expect(names.filter((name) => /^Ledger|^sql/.test(name))).toEqual([]);
  const taken = sent("metrics").flatMap(({ resourceMetrics: [all] }) => all.scopeMetrics[0].metrics);
  expect(taken.map(({ name }) => name)).toContain("tieout_last_success_timestamp_seconds");
  const lines = sent("logs").flatMap(({ resourceLogs: [all] }) => all.scopeLogs[0].logRecords);
  expect(lines.map(({ body }) => body.stringValue)).toEqual(["begun", "ended"]);
  const summary = got.find(({ path }) => path === "/ping/u")?.body;
  expect(summary).toContain(
    `Report        default, ${json(join(cwd, "out/default/latest"), "manifest.json").day}`,
  );

  // What says that it begins would say after its end that it goes on.
  expect(await run({ TIEOUT_PING_URL: `${origin}/late` })).toEqual({
    ...{ code: 0, asked: ["/late", "/late/start"] },
    stderr: "The ping was not reached: no answer before the run ended\n",
  });

  expect([measured("last_exit_code"), measured("listed")]).toEqual(["0", "3"]);
  const succeeded = measured("last_success_timestamp_seconds");
  expect(statSync(file).mode & 0o777).toBe(0o644);

  const wrongKey = { KOARD_API_KEY: "" };
  const failed = await run(wrongKey);
  expect([failed.code, failed.asked]).toEqual([78, ["/ping/u/78", "/ping/u/start", "/slack"]]);
  expect(JSON.parse(got.find(({ path }) => path === "/slack")?.body ?? "").text).toBe(
    "default: the run failed with exit 78",
  );
  // What the ledger knows of earlier runs is measured as well where this one failed.
  expect([measured("last_exit_code"), measured("listed")]).toEqual(["78", "3"]);
  expect(Number(measured("last_success_timestamp_seconds"))).toBeCloseTo(Number(succeeded), 0);
  expect(Number(measured("last_run_timestamp_seconds"))).toBeGreaterThan(Number(succeeded));
  expect((await run(wrongKey)).asked).toEqual(["/ping/u/78", "/ping/u/start"]);

  const nowhere = join(cwd, "nowhere/tieout.prom");
  const deaf = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `${origin}/404`,
    TIEOUT_METRICS_FILE: nowhere,
    TIEOUT_SLACK_URL: `${origin}/302`,
    TIEOUT_PING_URL: `${origin}/404/u`,
  };
  const told = await run(deaf);
  expect(told.code).toBe(0);
  expect(told.stderr.trimEnd().split("\n").toSorted()).toEqual([
    "OTLP was not reached: it answered 404",
    "Slack of default was not reached: it redirects (302), which is not followed",
    expect.stringContaining(`The measures were not written to ${nowhere}: ENOENT`),
    "The ping was not reached: it answered 404",
    "The ping was not reached: it answered 404",
  ]);
  const { last_run: last } = JSON.parse((await tieout(["status", "--json"], { cwd })).stdout).books[0];
  expect(last).toMatchObject({
    exit: 0,
    undelivered: expect.stringContaining("Slack of default was not reached"),
  });

  // Somebody looks at a month: nobody else has to know.
  const before = readFileSync(file, "utf8");
  expect(await run({}, "--month", "2026-10")).toMatchObject({ code: 0, asked: [] });
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(namesIn(join(cwd, "out/default"))).toContain("latest");
});
