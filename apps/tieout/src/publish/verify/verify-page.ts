import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PAGE } from "../documents.ts";
import { grouped } from "../page/figures.ts";
import { html } from "../page/html.ts";
import { capped, type Problem } from "./problem.ts";
import { type PublishedManifest, STATED_AMOUNTS } from "./published-manifest.ts";

/** Amounts that the page leaves to the CSVs. */
const NOT_SHOWN: ReadonlySet<string> = new Set(["refunded_declared", "net_declared"]);

const FIGURE = /<data data-stated="([^"]*)" value="([^"]*)">([^<]*)<\/data>/g;

/** Every figure that a page shows of those that its manifest states, by its name in markup. Null is not known, and not shown as a figure. */
const statedFigures = ({ totals, exceptions }: PublishedManifest): ReadonlyMap<string, string> => {
  const amounts = STATED_AMOUNTS.filter((name) => !NOT_SHOWN.has(name));
  const settlements = Object.entries(totals.settlements).flatMap(([currency, states]) =>
    Object.entries(states).flatMap(([state, sums]) =>
      (["batches", ...amounts] as const).map((name) => [`${currency} ${state} ${name}`, sums[name]] as const),
    ),
  );
  const credentials = Object.entries(totals.credentials).map(
    ([name, figure]) => [`credentials ${name}`, figure] as const,
  );
  return new Map(
    [
      ...settlements,
      ...credentials,
      ["exceptions open", exceptions.open] as const,
      ["exceptions decided", exceptions.decided] as const,
    ].flatMap(([name, figure]) =>
      figure === null || figure === undefined ? [] : [[html`${name}`.markup, String(figure)] as const],
    ),
  );
};

/** Holds the figures of a report's page against its manifest, in both directions. */
export const verifyPage = async (
  dir: string,
  manifest: PublishedManifest,
): Promise<ReadonlyArray<Problem>> => {
  const stated = statedFigures(manifest);
  const shown = new Set<string>();
  const page = await readFile(join(dir, PAGE), "utf8");
  const faults = [...page.matchAll(FIGURE)].flatMap(([, name = "", value = "", text = ""]) => {
    const figure = stated.get(name);
    shown.add(name);
    if (figure === undefined) return [`shows ${text} as ${name}, of which the manifest says nothing`];
    return value === figure && text === grouped(figure)
      ? []
      : [`shows ${text} as ${name}, and the manifest says ${figure}`];
  });
  const lacking = [...stated.keys()].filter((name) => !shown.has(name));
  return capped(PAGE, [
    ...faults,
    ...lacking.map((name) => `does not show ${name}, which the manifest states`),
  ]);
};
