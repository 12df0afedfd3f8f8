import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * A part of the tests that needs a program which npm does not bring.
 *
 * @typedef {object} DebianPart
 * @property {`test:${string}`} task What turbo runs.
 * @property {string} report Where a package's script of that name leaves what vitest's JSON reporter says.
 * @property {string} what What it does, for a sentence.
 * @property {string} program What has to be on the PATH.
 * @property {string} debian Debian's package of it.
 */

/** The parts, in the order in which they run. @satisfies {readonly DebianPart[]} */
export const DEBIAN_PARTS = /** @type {const} */ ([
  {
    task: "test:office",
    report: join("reports", "vitest-office.json"),
    what: "the tests that open the files in LibreOffice",
    program: "soffice",
    debian: "libreoffice-calc-nogui",
  },
  {
    task: "test:browser",
    report: join("reports", "vitest-browser.json"),
    what: "the tests that open the pages in a browser",
    program: "chromium",
    debian: "chromium",
  },
  {
    task: "test:readers",
    report: join("reports", "vitest-readers.json"),
    what: "the tests that read reports with DuckDB, pandas and csvw",
    program: "pip3",
    debian: "python3-pip",
  },
  {
    task: "test:ssh",
    report: join("reports", "vitest-ssh.json"),
    what: "the tests that verify signatures with ssh-keygen",
    program: "ssh-keygen",
    debian: "openssh-client",
  },
  {
    task: "test:units",
    report: join("reports", "vitest-units.json"),
    what: "the tests that have systemd look at its units",
    program: "systemd-analyze",
    debian: "systemd",
  },
  {
    task: "test:prometheus",
    report: join("reports", "vitest-prometheus.json"),
    what: "the tests that have Prometheus read the measures and its rules fire",
    program: "promtool",
    debian: "prometheus",
  },
  {
    task: "test:postgres",
    report: join("reports", "vitest-postgres.json"),
    what: "the tests that run on a PostgreSQL server",
    program: "pg_ctlcluster",
    debian: "postgresql",
  },
]);

/**
 * Whether a program can be run by its name.
 *
 * @param {string} program
 * @param {string} [path] The PATH to look on.
 */
export const isAtHand = (program, path = process.env["PATH"] ?? "") =>
  path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * What is said of a part that is not run.
 *
 * @param {DebianPart} part
 */
export const notRun = ({ what, program, debian }) =>
  `Not run: ${what}, since there is no ${program} here. On Debian: apt-get install --no-install-recommends ${debian}; .ci/run does it and runs them.`;
