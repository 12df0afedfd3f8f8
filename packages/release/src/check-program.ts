import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Tarball } from "./pack.ts";
import { readManifest } from "./packages.ts";
import { type Ended, outputOf, run } from "./run.ts";

/** Where a program begins, in its tarball. */
const ENTRY = "dist/bin.mjs";

/** What is in a program's tarball beside the modules that {@link ENTRY} leads to: every path, so that nothing gets in by chance. */
const BESIDE_MODULES = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "config.schema.json",
  "deploy/README.md",
  "deploy/container/Containerfile",
  "deploy/cron/tieout",
  "deploy/github-actions/tieout.yml",
  "deploy/grafana/tieout.json",
  "deploy/kubernetes/cronjob.yaml",
  "deploy/kubernetes/fleet.yaml",
  "deploy/kubernetes/indexed-job.yaml",
  "deploy/prometheus/tieout.rules.yml",
  "deploy/systemd/tieout.service",
  "deploy/systemd/tieout.timer",
  "dist/THIRD-PARTY-NOTICES.txt",
  "package.json",
];

/** Fields of a package.json that make an installation do more than unpack. */
const NOT_IN_MANIFEST = ["private", "scripts", "dependencies", "optionalDependencies", "peerDependencies"];

/** What was found of a program's tarball. */
interface Checked {
  /** One sentence for each fault; none when users may have it. */
  readonly faults: readonly string[];
  /** Of the Nodes that it was tried on. */
  readonly versions: readonly string[];
}

/** Looks at the tarball of a program, and tries it on these Nodes as a user has it. */
export const checkProgram = async (tarball: Tarball, nodes: readonly string[]): Promise<Checked> => {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "tieout-program-")));
  try {
    const trials: Tried[] = [];
    for (const node of nodes)
      trials.push(await triedOn({ node, tarball, prefix: join(place, String(trials.length)) }));
    const installed = packageIn(join(place, "0"), tarball.name);
    return {
      faults: [
        ...trials.flatMap(({ faults }) => faults),
        ...contentFaults(tarball, installed),
        ...(await manifestFaults(tarball, installed)),
      ],
      versions: trials.map(({ version }) => version),
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** A tarball that is tried on a Node, in a folder of its own. */
interface Trial {
  readonly node: string;
  readonly tarball: Tarball;
  readonly prefix: string;
}

/** The version of a Node, and what went wrong on it. */
interface Tried {
  readonly version: string;
  readonly faults: readonly string[];
}

const packageIn = (prefix: string, name: string): string => join(prefix, "lib/node_modules", name);

/** Offline: there is nothing to be fetched. */
const NPM = ["--offline", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];

/**
 * Installs the tarball as for all users of a machine and runs it against the sandbox: as it is installed, and as npx
 * does. That nothing is said on standard error is a part of it.
 */
const triedOn = async ({ node, tarball, prefix }: Trial): Promise<Tried> => {
  const work = join(prefix, "work");
  mkdirSync(work, { recursive: true });
  const env = {
    HOME: prefix,
    PATH: [join(prefix, "bin"), dirname(node), process.env["PATH"] ?? ""].join(delimiter),
    npm_config_cache: join(prefix, "cache"),
  };
  await outputOf("npm install", ["npm", "install", "--global", `--prefix=${prefix}`, ...NPM, tarball.path], {
    cwd: work,
    env,
  });
  const version = (
    await outputOf("node", [node, "--print", "process.versions.node"], { cwd: work, env })
  ).trim();
  const { gitHead = "" } = readManifest(packageIn(prefix, tarball.name));
  const said = `${tarball.name} v${tarball.version} (${shownCommit(gitHead)})\n`;
  const npx = ["npx", "--yes", ...NPM, `--package=${tarball.path}`, "--", tarball.name];
  const trials: readonly (readonly [readonly string[], (ended: Ended) => boolean])[] = [
    [[tarball.name, "--version"], ({ out }) => out === said],
    [[...npx, "demo"], ({ out }) => out.includes("Night 3 of 3")],
    [[tarball.name, "verify", "tieout-demo/out"], ({ out }) => out.includes("verifies")],
  ];
  const faults: string[] = [];
  for (const [[command = "", ...args], isRight] of trials) {
    const ended = await run(command, args, { cwd: work, env });
    if (ended.code !== 0 || ended.err !== "" || !isRight(ended))
      faults.push(`${[command, ...args].join(" ")} on Node ${version}: ${JSON.stringify(ended)}`);
  }
  return { version, faults };
};

/** The first digits of a commit, as `--version` shows it. */
const shownCommit = (gitHead: string): string => gitHead.replace(/^(\w{12})\w*/, "$1");

const contentFaults = ({ files }: Tarball, folder: string): readonly string[] => {
  const expected = [...BESIDE_MODULES, ...modulesFrom(folder, ENTRY)];
  return [
    ...expected.filter((path) => !files.includes(path)).map((path) => `${path} is not in the tarball.`),
    ...files
      .filter((path) => !expected.includes(path))
      .map((path) => `${path} is in the tarball, and nothing that runs leads to it.`),
  ];
};

/** A module of a package and all that it leads to, by their paths; what is named in no text literal is not found. */
const modulesFrom = (folder: string, entry: string): ReadonlySet<string> => {
  const found = new Set([entry]);
  // A set that grows while it is walked is walked to its end.
  for (const path of found) {
    const text = readFileSync(join(folder, path), "utf8");
    for (const [, name = ""] of text.matchAll(/\b(?:from|import\(?)\s*["'`]\.\/([\w.-]+\.mjs)["'`]/g))
      found.add(join(dirname(path), name));
  }
  return found;
};

const manifestFaults = async ({ path }: Tarball, folder: string): Promise<readonly string[]> => {
  const fields = Object.keys(readManifest(folder)).filter((field) => NOT_IN_MANIFEST.includes(field));
  const tarball = Uint8Array.from(readFileSync(path)).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return [
    ...fields.map((field) => `package.json has ${field}, which a bundle needs not.`),
    ...messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`),
  ];
};
