import { execFile, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Effect } from "effect";
import { expect, it, onTestFinished } from "vitest";
import { writeMetrics } from "../../src/operate/measure/write-metrics.ts";
import { DEPLOY, deployed } from "../deploy/deployed.ts";
import { listening } from "../listening.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { measuresOf } from "./measures.ts";

// What these tests prove: Prometheus's own tools take the file and the rules, and a rule fires on a file that node_exporter read.

const RULES = join(DEPLOY, "prometheus/tieout.rules.yml");

const promtool = (args: ReadonlyArray<string>, input = "") =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const child = execFile("promtool", [...args], (failed, stdout, stderr) =>
      resolve({ code: Number(failed?.code ?? 0), said: stdout + stderr }),
    );
    child.stdin?.end(input);
  });

const written = async (file: string): Promise<string> => {
  const books = [measuresOf('two "words"\\', Date.now()), measuresOf("acme", Date.now())];
  expect(await Effect.runPromise(writeMetrics(file, books))).toBeUndefined();
  return readFileSync(file, "utf8");
};

it("promtool has no objection to the file, and notices a line that is wrong", async () => {
  const text = await written(join(temporaryDirectory(), "tieout.prom"));
  expect(await promtool(["check", "metrics"], text)).toEqual({ code: 0, said: "" });
  expect((await promtool(["check", "metrics"], `${text}tieout_listed{book=acme} 1\n`)).code).not.toBe(0);
});

it("promtool finds that each rule says what it is to say, and not before", async () => {
  expect(await promtool(["check", "rules", RULES])).toMatchObject({ code: 0 });
  const source = readFileSync(fileURLToPath(new URL("tieout.rules.test.yml", import.meta.url)), "utf8");
  const judged = async (rules: string) => {
    const place = temporaryDirectory();
    writeFileSync(join(place, "rules.yml"), rules);
    writeFileSync(join(place, "test.yml"), source.replace("RULES", join(place, "rules.yml")));
    return promtool(["test", "rules", join(place, "test.yml")]);
  };
  const rules = deployed("prometheus/tieout.rules.yml");
  expect(await judged(rules)).toMatchObject({ code: 0 });
  for (const [right, wrong] of [
    ["26 * 3600", "25 * 3600"],
    [', decided="false"', ""],
    [" and tieout_last_exit_code != 2", ""],
    ["8 * 86400", "9 * 86400"],
    ["absent(tieout_last_run_timestamp_seconds)", "absent(tieout_listed)"],
  ] as const) {
    expect(rules).toContain(right);
    expect((await judged(rules.replace(right, wrong))).code, right).not.toBe(0);
  }
});

/** A port that nobody has. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listening(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
};

const started = (program: string, args: ReadonlyArray<string>): void => {
  const child = spawn(program, [...args], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  onTestFinished(() => {
    child.kill("SIGKILL");
    return ended;
  });
};

const answered = async (url: string): Promise<unknown> => {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok === true ? response.json() : undefined;
};

it("node_exporter reads the file, Prometheus reads it, every panel of the dashboard finds something, and the rules fire", async () => {
  const place = temporaryDirectory();
  const metrics = join(place, "metrics");
  mkdirSync(metrics);
  await written(join(metrics, "tieout.prom"));
  const [node, prometheus] = [await freePort(), await freePort()];
  started("prometheus-node-exporter", [
    "--collector.disable-defaults",
    "--collector.textfile",
    `--collector.textfile.directory=${metrics}`,
    `--web.listen-address=127.0.0.1:${node}`,
  ]);
  const config = join(place, "prometheus.yml");
  writeFileSync(
    config,
    `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [${RULES}]
scrape_configs:
  - job_name: node
    static_configs: [{ targets: ["127.0.0.1:${node}"] }]
`,
  );
  started("prometheus", [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(place, "data")}`,
    `--web.listen-address=127.0.0.1:${prometheus}`,
  ]);
  const api = `http://127.0.0.1:${prometheus}/api/v1`;
  await expect
    .poll(() => answered(`${api}/alerts`), { timeout: 120_000, interval: 500 })
    .toMatchObject({
      data: {
        alerts: expect.arrayContaining([
          expect.objectContaining({
            state: "firing",
            labels: expect.objectContaining({ alertname: "TieoutCriticalOpen", book: 'two "words"\\' }),
          }),
        ]),
      },
    });
  const { panels } = JSON.parse(deployed("grafana/tieout.json"));
  for (const { title, targets } of panels)
    for (const { expr } of targets) {
      const query = encodeURIComponent(expr.replaceAll("$book", ".*"));
      const found = await answered(`${api}/query?query=${query}`);
      // Nobody made a backup of this ledger.
      const results = title === "Since the newest backup" ? [] : [expect.anything(), expect.anything()];
      expect(found, title).toMatchObject({
        status: "success",
        data: { result: expect.arrayContaining(results) },
      });
    }
});
