import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { DEPLOY } from "../deploy/deployed.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

// What these tests prove: systemd itself has no objection to the units, and calls the service well shut in.

const UNITS = "etc/systemd/system";
/** Where Debian has the units of systemd itself, which ours lean on. */
const OWN_UNITS = "/usr/lib/systemd/system";

/** The exposure that systemd may find in the service, of 100; its versions do not count quite alike. */
const EXPOSURE_MAX = 20;

/** The root of a machine in which the units are installed, and a tieout. */
const machine = (change: (service: string) => string = (text) => text): string => {
  const root = temporaryDirectory();
  for (const folder of [UNITS, "usr/local/bin", OWN_UNITS])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(OWN_UNITS, join(root, OWN_UNITS), { recursive: true, verbatimSymlinks: true });
  cpSync(join(DEPLOY, "systemd"), join(root, UNITS), { recursive: true });
  const service = join(root, UNITS, "tieout.service");
  writeFileSync(service, change(readFileSync(service, "utf8")));
  writeFileSync(join(root, "usr/local/bin/tieout"), "#!/bin/sh\n");
  chmodSync(join(root, "usr/local/bin/tieout"), 0o755);
  return root;
};

const analyze = async (root: string, ...args: ReadonlyArray<string>) => {
  const done = promisify(execFile)("systemd-analyze", [`--root=${root}`, "--no-pager", ...args]);
  const { stdout, stderr, code } = await done.then(
    (said) => ({ ...said, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
  return { code, said: stdout + stderr };
};

const verify = (root: string) => analyze(root, "verify", "--man=no", "tieout.service", "tieout.timer");

it("the units are what systemd understands, every word of them", async () => {
  expect(await verify(machine())).toEqual({ code: 0, said: "" });
});

it("a word that systemd does not know is noticed", async () => {
  const { said } = await verify(machine((text) => text.replace("NoNewPrivileges", "NoNewPrivilegs")));
  expect(said).toMatch(/tieout\.service:\d+: Unknown key .*'NoNewPrivilegs'/);
});

it("the service may do little that it need not", async () => {
  const security = (place: string) =>
    analyze(place, "security", "--offline=true", `--threshold=${EXPOSURE_MAX}`, "tieout.service");
  expect(await security(machine())).toMatchObject({ code: 0 });
  expect((await security(machine((text) => text.replace("CapabilityBoundingSet=\n", "")))).code).not.toBe(0);
});
