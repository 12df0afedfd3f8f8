import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chainAnew, edit, forge, sign } from "./forging.ts";

/** Who looks: `verify` by itself, with a file of signers, and with the ledger. */
export const FINDERS = ["verify", "signers", "ledger"] as const;
export type Finder = (typeof FINDERS)[number];

/** A way in which somebody who can write to the output directory changes what readers open, and who finds it. */
interface Way {
  /** As docs/security.md names it. */
  readonly what: string;
  /** Does it to the directory of all books, which has three signed nights of the book `default`. */
  readonly tamper: (out: string) => void;
  /** Who finds it; nobody else does. */
  readonly found: ReadonlyArray<Finder>;
}

const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"] as const;
const [OLDEST, MIDDLE, NEWEST] = DAYS;
const SIGNATURE = "SHA256SUMS.sig";
const LATER = "2026-11-20";

const report = (out: string, day: string, revision = 1): string => join(out, "default", day, `r${revision}`);

const ALL = FINDERS;

/** Makes a sentence of the report say something else: no total rests on it. */
const otherwise = (text: string): string => text.replace(/(Ask Koard|Ask Record)/, "Do not $1");

/** The same with hashes made anew, and no signature that would give it away. */
const forgeUnsigned = (dir: string): void => {
  forge(dir, "exceptions.csv", otherwise);
  rmSync(join(dir, SIGNATURE));
};

const pointed = (out: string, target: string): void => {
  rmSync(join(out, "default/latest"));
  symlinkSync(target, join(out, "default/latest"));
};

/** A report that nobody published, as like the newest one as can be. */
const madeUp = (out: string, day: string, revision: number): void => {
  const dir = report(out, day, revision);
  cpSync(report(out, NEWEST), dir, { recursive: true });
  forgeUnsigned(dir);
  forge(dir, "manifest.json", (text) =>
    day === NEWEST
      ? text.replace('"revision": 1', `"revision": ${revision}`)
      : text
          .replace(`"day": "${NEWEST}"`, `"day": "${day}"`)
          .replace(/("to": ")[^"]+/, "$12026-11-21")
          .replace(`"report": "${MIDDLE}/r1"`, `"report": "${NEWEST}/r1"`),
  );
};

/** Every way that docs/security.md names, in its order. */
export const WAYS: ReadonlyArray<Way> = [
  {
    what: "edits a cell, and no hash",
    tamper: (out) => edit(join(report(out, NEWEST), "exceptions.csv"), otherwise),
    found: ALL,
  },
  {
    what: "edits an amount, and makes the report's hashes anew",
    tamper: (out) =>
      forge(report(out, NEWEST), "settlement-by-day.csv", (text) =>
        text.replace(/,(\d+)\.(\d)\d,/, ",$1.$299,"),
      ),
    found: ALL,
  },
  {
    what: "edits a sentence of the newest report, makes its hashes anew, and leaves its signature",
    tamper: (out) => forge(report(out, NEWEST), "exceptions.csv", otherwise),
    found: ALL,
  },
  {
    what: "edits a sentence of an older report, makes its hashes anew, and takes its signature away",
    tamper: (out) => forgeUnsigned(report(out, MIDDLE)),
    found: ALL,
  },
  {
    what: "the same of the newest report",
    tamper: (out) => forgeUnsigned(report(out, NEWEST)),
    found: ["signers", "ledger"],
  },
  {
    what: "the same of an older report, and makes the chain anew up to the newest",
    tamper: (out) => {
      forgeUnsigned(report(out, MIDDLE));
      rmSync(join(report(out, NEWEST), SIGNATURE));
      chainAnew([MIDDLE, NEWEST].map((day) => report(out, day)));
    },
    found: ["signers", "ledger"],
  },
  {
    what: "the same of the newest report, and signs with a key of their own",
    tamper: (out) => {
      forgeUnsigned(report(out, NEWEST));
      sign(report(out, NEWEST), "stranger");
    },
    found: ["signers", "ledger"],
  },
  {
    what: "takes the signature away, and nothing else",
    tamper: (out) => rmSync(join(report(out, NEWEST), SIGNATURE)),
    found: ["signers"],
  },
  {
    what: "adds a made-up revision, which `latest` leads to",
    tamper: (out) => {
      madeUp(out, NEWEST, 2);
      pointed(out, `${NEWEST}/r2`);
    },
    found: ["signers", "ledger"],
  },
  {
    what: "adds a made-up day, which `latest` leads to",
    tamper: (out) => {
      madeUp(out, LATER, 1);
      chainAnew([NEWEST, LATER].map((day) => report(out, day)));
      pointed(out, `${LATER}/r1`);
    },
    found: ["signers", "ledger"],
  },
  {
    what: "puts a signed report in the place of another",
    tamper: (out) => {
      rmSync(report(out, NEWEST), { recursive: true });
      cpSync(report(out, MIDDLE), report(out, NEWEST), { recursive: true });
    },
    found: ALL,
  },
  {
    what: "puts another book's reports, signed, under this one's name",
    tamper: (out) => renameSync(join(out, "default"), join(out, "other")),
    found: ALL,
  },
  {
    what: "takes a report out of the middle",
    tamper: (out) => rmSync(join(out, "default", MIDDLE), { recursive: true }),
    found: ALL,
  },
  {
    what: "takes the newest report away, and turns `latest` back",
    tamper: (out) => {
      rmSync(join(out, "default", NEWEST), { recursive: true });
      pointed(out, `${MIDDLE}/r1`);
    },
    found: ["ledger"],
  },
  {
    what: "takes the oldest reports away",
    tamper: (out) => rmSync(join(out, "default", OLDEST), { recursive: true }),
    found: ["ledger"],
  },
  {
    what: "turns `latest` back, or to a directory of their own",
    tamper: (out) => pointed(out, `${OLDEST}/r1`),
    found: ALL,
  },
  {
    what: "puts a link in the place of a report",
    tamper: (out) => {
      renameSync(report(out, NEWEST), join(out, "../elsewhere"));
      symlinkSync("../../../elsewhere", report(out, NEWEST));
    },
    found: ALL,
  },
  {
    what: "puts a file of their own beside the reports",
    tamper: (out) => writeFileSync(join(out, "default/read-me-first.html"), "<p>All is well.</p>"),
    found: ALL,
  },
  {
    what: "edits `incomplete/`",
    tamper: (out) => {
      cpSync(report(out, NEWEST), join(out, "default", NEWEST, "incomplete"), { recursive: true });
      edit(join(out, "default", NEWEST, "incomplete/exceptions.csv"), otherwise);
    },
    found: ALL,
  },
  {
    what: "edits `run.json`, the times and traffic of a run",
    tamper: (out) =>
      edit(join(report(out, NEWEST), "run.json"), (text) => text.replace('"pull": ', '"pull": 1')),
    found: [],
  },
  {
    what: "edits `index.html`, the page over all books",
    tamper: (out) => edit(join(out, "index.html"), (text) => text.replace("<h1>", "<h1>All is well: ")),
    found: [],
  },
];
