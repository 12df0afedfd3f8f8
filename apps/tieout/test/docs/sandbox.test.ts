// Proves that docs/sandbox.md explains every fault in the sandbox's own words, and that what it shows works.

import { startSandbox } from "@tieout/sandbox";
import { FAULTS, parseFaults } from "@tieout/sandbox/faults";
import { describe, expect, it, onTestFinished } from "vitest";
import { blocksOf, tablesOf } from "./markdown.ts";
import { read } from "./repository.ts";

const PAGE = read("docs/sandbox.md");
const SHOWN = blocksOf(PAGE)
  .map(({ text }) => text)
  .join("\n");

describe("docs/sandbox.md", () => {
  it("explains every fault, and no other", () => {
    const table = tablesOf(PAGE).find(({ header }) => header[0] === "fault");
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual(
      Object.entries(FAULTS).map(([name, meaning]) => [`\`${name}\``, meaning]),
    );
  });

  it("shows lists that can be read, and faults that can be asked for", async () => {
    const lists = [...SHOWN.matchAll(/--faults (\S+)/g)].map(([, list = ""]) => parseFaults(list).length);
    expect(lists).toEqual([4]);
    const sandbox = await startSandbox({ today: "2026-11-18", batches: 1, transactions: 1 });
    onTestFinished(() => sandbox.close());
    const bodies = [...SHOWN.matchAll(/-d '([^']+)'/g)].map(([, body = ""]) => body);
    expect(bodies.length).toBe(3);
    for (const body of bodies) {
      const told = await fetch(`${sandbox.controlUrl}/faults`, { method: "POST", body });
      expect([told.status, await told.json()]).toMatchObject([200, JSON.parse(body)]);
    }
  });

  it("names every path that the sandbox answers without a key", async () => {
    const sandbox = await startSandbox({ today: "2026-11-18", batches: 1, transactions: 1 });
    onTestFinished(() => sandbox.close());
    const paths = tablesOf(PAGE)[0]?.rows.flatMap(([asked]) => asked?.codes ?? []) ?? [];
    expect(paths.length).toBe(5);
    for (const asked of paths.filter((path) => !path.startsWith("POST /faults"))) {
      const [method = "", path = ""] = asked.split(" ");
      const answer = await fetch(sandbox.controlUrl + path.split("?")[0], { method });
      expect([asked, answer.status]).toEqual([asked, 200]);
    }
  });
});
