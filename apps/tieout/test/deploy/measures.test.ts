import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MEASURES } from "../../src/operate/measure/samples.ts";
import { ROOT } from "../docs/repository.ts";
import { deployed } from "./deployed.ts";

// What this test proves: rules, dashboard and runbook know the measures that there are, and no others.

const named = (text: string): ReadonlyArray<string> =>
  [...new Set(text.match(/\btieout_[a-z_]+\b/g) ?? [])].toSorted();

const ALL = Object.keys(MEASURES).toSorted();

it("every measure is on the dashboard and in the runbook, and the rules ask for none that is not taken", () => {
  expect(named(deployed("grafana/tieout.json"))).toEqual(ALL);
  expect(
    named(
      /\n## On a dashboard\n([\s\S]*?)\n## /.exec(readFileSync(join(ROOT, "docs/runbook.md"), "utf8"))?.[1] ??
        "",
    ),
  ).toEqual(ALL);
  expect(ALL).toEqual(expect.arrayContaining([...named(deployed("prometheus/tieout.rules.yml"))]));
});
