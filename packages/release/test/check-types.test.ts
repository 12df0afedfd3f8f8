import { describe, expect, it } from "vitest";
import { checkTypes } from "../src/check-types.ts";
import { tinyRepository } from "./repository.ts";

const TYPES = "packages/tiny-client/dist/index.d.ts";
const TEST = "packages/tiny-client/test/types.test.ts";
const BREAK = ["amount: number", "amount: string"] as const;

const changeset = (bump: string) => `---\n"@tiny/client": ${bump}\n---\n\nAmounts are text.\n`;

describe("checkTypes", () => {
  it("holds today's types against the type test of main, whatever today's test says", async () => {
    const tiny = tinyRepository();
    expect(await checkTypes(tiny.root, "main")).toStrictEqual({
      faults: [],
      notes: ["@tiny/client as at main"],
    });

    tiny.edit(TYPES, ...BREAK);
    tiny.edit(TEST, "<number>", "<string>");
    tiny.write(".changeset/new.md", changeset("minor"));
    const { faults } = await checkTypes(tiny.root, "main");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("packages/tiny-client: test/types.test.ts of main does not compile");
    expect(faults[0]).toMatch(/\n {2}test\/types\.test\.ts\(5,\d+\): error TS\d+: /);
    expect(faults[0]).toMatch(/, or run: pnpm changeset --major @tiny\/client --message "[^"]+"$/);

    tiny.write(".changeset/new.md", changeset("major"));
    expect(await checkTypes(tiny.root, "main")).toStrictEqual({
      faults: [],
      notes: ["@tiny/client breaks with main, and says so"],
    });
  });

  it("takes the last release once there is one, with all changesets and versions since", async () => {
    const tiny = tinyRepository();
    tiny.edit(TEST, "../src/index.ts", "@tiny/client");
    tiny.commit("import by name");
    tiny.git("tag", "@tiny/client@0.3.0");
    tiny.edit(TYPES, ...BREAK);
    tiny.edit(TEST, "<number>", "<string>");
    tiny.write(".changeset/new.md", changeset("major"));
    tiny.commit("break it");
    tiny.git("branch", "--force", "main");
    const announced = { faults: [], notes: ["@tiny/client breaks with @tiny/client@0.3.0, and says so"] };
    expect(await checkTypes(tiny.root, "main")).toStrictEqual(announced);

    // On the way to the next release the changeset has become a version.
    tiny.git("rm", "--quiet", ".changeset/new.md");
    tiny.edit("packages/tiny-client/package.json", "0.3.0", "1.0.0");
    expect(await checkTypes(tiny.root, "main")).toStrictEqual(announced);
    tiny.edit("packages/tiny-client/package.json", "1.0.0", "0.4.0");
    expect((await checkTypes(tiny.root, "main")).faults).toHaveLength(1);
  });

  it("does not call it a break that more is allowed than before", async () => {
    const tiny = tinyRepository();
    tiny.edit(TYPES, "(id: string)", "(id: string | number)");
    expect((await checkTypes(tiny.root, "main")).faults).toStrictEqual([]);
  });
});
