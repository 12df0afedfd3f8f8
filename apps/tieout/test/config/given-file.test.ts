// Proves that nothing that somebody named is waited for: a pipe without a writer would hold a run for ever, deaf to signals.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readGivenFile } from "../../src/config/given-file.ts";
import { readReport } from "../../src/publish/diff/read-report.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const NO_FILE = "it is a directory, a pipe or a device";

it("a named pipe, a device and a directory are no file, and a file is read", () => {
  const dir = temporaryDirectory();
  execFileSync("mkfifo", [join(dir, "pipe")]);
  for (const place of [join(dir, "pipe"), "/dev/zero", dir])
    expect(() => readGivenFile(place)).toThrow(NO_FILE);
  expect(() => readGivenFile(join(dir, "none"))).toThrow("ENOENT");
  writeFileSync(join(dir, "key"), "k");
  expect(readGivenFile(join(dir, "key")).toString()).toBe("k");
});

it("what a shell hands over of another command is read", () => {
  const program = `import(${JSON.stringify(import.meta.resolve("../../src/config/given-file.ts"))}).then(({ readGivenFile }) => process.stdout.write(readGivenFile(process.argv[1])))`;
  const shell = spawnSync("bash", ["-c", '"$0" -e "$1" <(printf k)', process.execPath, program], {
    encoding: "utf8",
  });
  expect([shell.stdout, shell.status]).toEqual(["k", 0]);
});

it("a pipe in the place of a file of a report to compare is named", async () => {
  const dir = temporaryDirectory();
  for (const name of ["manifest.json", "exceptions.csv"]) {
    const report = join(dir, name.slice(0, 3));
    mkdirSync(report);
    execFileSync("mkfifo", [join(report, name)]);
    await expect(readReport(report)).rejects.toThrow(
      `has something else than a file in the place of ${name}`,
    );
  }
});
