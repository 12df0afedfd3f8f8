import { describe, expect, it } from "vitest";
import { checkSpecs } from "../src/check-specs.ts";
import { tinyRepository } from "./repository.ts";

const SPEC = "specs/tiny/openapi.yaml";
const BREAK = ["operationId: getReceipt", "operationId: findReceipt"] as const;

/** What the check says of the tiny repository, with the command that mends each fault. */
const checked = (root: string) => checkSpecs(root, "main");

const changeset = (bump: string) => `---\n"@tiny/client": ${bump}\n---\n\nReceipts are found now.\n`;

describe("checkSpecs", () => {
  it("refuses a break that is announced as less, says what breaks, and its commands mend it", async () => {
    const tiny = tinyRepository();
    tiny.edit(SPEC, ...BREAK);
    tiny.edit(SPEC, "version: 1.0.0", "version: 1.1.0");
    tiny.write(".changeset/new.md", changeset("minor"));
    tiny.commit("rename an operation");

    const { faults, notes } = await checked(tiny.root);
    expect(notes).toStrictEqual(["tiny major, 1.0.0 to 1.1.0"]);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toBe(
      `${SPEC}: this is a major change of 1.0.0, and info.version is 1.1.0.\n  Make it \`version: 2.0.0\`, then run: pnpm generate`,
    );
    const [fault, reason, mend = ""] = faults[1]?.split("\n") ?? [];
    expect(fault).toBe(
      `${SPEC}: this is a major change, and the new changesets say only minor for @tiny/client.`,
    );
    expect(reason).toMatch(/^ {2}line \d+: .*'getReceipt' to 'findReceipt'/);

    const [, command = ""] = /^ {2}Run: pnpm (changeset .*)$/.exec(mend) ?? [];
    tiny.sh(`node_modules/.bin/${command}`);
    tiny.edit(SPEC, "version: 1.1.0", "version: 2.0.0");
    expect(await checked(tiny.root)).toStrictEqual({ faults: [], notes: ["tiny major, 1.0.0 to 2.0.0"] });
  });

  it.each([
    [
      "minor",
      "copies: { type: integer",
      "colour: { type: string }\n        copies: { type: integer",
      "1.1.0",
    ],
    ["patch", "Every receipt, page by page.", "Every receipt, a page at a time.", "1.0.1"],
  ])("asks a %s change for a step of its own size, and for no more", async (bump, from, to, version) => {
    const tiny = tinyRepository();
    tiny.edit(SPEC, from, to);
    const { faults } = await checked(tiny.root);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain(`version: ${version}`);
    expect(faults[1]).toContain(`this is a ${bump} change, and no new changeset names @tiny/client.`);
    expect(faults[1]).toContain(`pnpm changeset --${bump} @tiny/client`);

    // Not committed yet, as on the machine of whoever writes it.
    tiny.edit(SPEC, "version: 1.0.0", `version: ${version}`);
    tiny.write(".changeset/new.md", changeset(bump));
    expect((await checked(tiny.root)).faults).toStrictEqual([]);
  });

  it("asks nothing of a comment, and a larger step than asked for is welcome", async () => {
    const tiny = tinyRepository();
    tiny.edit(SPEC, "openapi: 3.1.1", "# By hand.\nopenapi: 3.1.1");
    tiny.write(".changeset/new.md", changeset("minor"));
    expect(await checked(tiny.root)).toStrictEqual({ faults: [], notes: ["tiny none, 1.0.0 to 1.0.0"] });
  });

  it("leaves the version of a provider's document to its provider, and asks for a changeset all the same", async () => {
    const tiny = tinyRepository();
    tiny.write("specs/tiny/overlay.yaml", "overlay: 1.0.0\n");
    tiny.edit(SPEC, ...BREAK);
    const { faults } = await checked(tiny.root);
    expect(faults.map((fault) => fault.split("\n")[0])).toStrictEqual([
      `${SPEC}: this is a major change, and no new changeset names @tiny/client.`,
    ]);
  });

  it("passes and says so where a spec is new, or nothing changed since the branch left main", async () => {
    const tiny = tinyRepository();
    tiny.write("specs/more/openapi.yaml", "openapi: 3.1.1\n");
    tiny.commit("add a spec");
    // What others do on main meanwhile is not a change of this branch.
    tiny.git("checkout", "--quiet", "main");
    tiny.edit(SPEC, ...BREAK);
    tiny.commit("break it elsewhere");
    tiny.git("checkout", "--quiet", "work");
    expect(await checked(tiny.root)).toStrictEqual({ faults: [], notes: ["more is new", "tiny unchanged"] });
  });
});
