import { type Sandbox, startSandbox } from "@tieout/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, blocksOf } from "./markdown.ts";
import { filesUnder, MEND, ROOT, read } from "./repository.ts";
import { type Ran, type Workplace, workplace } from "./shell.ts";

/** Pages whose blocks are run, each in a workplace of its own. */
const PAGES = ["README.md", ...filesUnder("docs", ".md")].filter((page) =>
  blocksOf(read(page)).some(({ directive }) => /^(?:runs|prints)\b/.test(directive)),
);

/** The README's own script for calling tieout: the block that begins with `#!`. */
const installedScript = (): string => {
  const script = blocksOf(read("README.md")).find(({ text }) => text.startsWith("#!"));
  if (script === undefined) throw new Error("README.md shows no script that calls tieout");
  return script.text;
};

/** `runs, exits 2` says 2. */
const expectedCode = (directive: string): number => Number(/exits (\d+)/.exec(directive)?.[1] ?? 0);

/** Runs the blocks of a page in order, and puts what they really print where the page shows what they print. */
const replayed = async (page: string, place: Workplace, env: Readonly<Record<string, string>>) => {
  let text = read(page);
  let last: Ran = { code: 0, stdout: "", stderr: "" };
  const faults: string[] = [];
  const runs = async (block: Block): Promise<void> => {
    last = await place.shell(block.text, env);
    const wanted = expectedCode(block.directive);
    if (last.code !== wanted)
      faults.push(`exit ${last.code} in place of ${wanted}: ${block.text}\n${last.stderr}`);
  };
  for (const block of blocksOf(text)) {
    if (/^runs\b/.test(block.directive)) await runs(block);
    if (block.directive !== "prints") continue;
    const fence = block.raw.trimEnd();
    text = text.replace(fence, () => `\`\`\`${block.language}\n${last.stdout.trimEnd()}\n\`\`\``);
  }
  return { text, faults };
};

describe("a guide's commands", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      today: "2026-11-18",
      // The keys that the guides show in place of real ones.
      keys: { recordLive: "sk_live_replace_me", koard: "replace_me" },
    });
  });
  afterAll(() => sandbox.close());

  it.each(PAGES)("do in %s what it says, and print what it shows", async (page) => {
    const place = workplace(installedScript());
    try {
      const { text, faults } = await replayed(page, place, {
        RECORD_BASE_URL: sandbox.recordBaseUrl,
        KOARD_BASE_URL: sandbox.koardBaseUrl,
        TIEOUT_AS_OF: sandbox.asOf,
      });
      expect(faults).toStrictEqual([]);
      await expect(text, MEND).toMatchFileSnapshot(`${ROOT}${page}`);
    } finally {
      place.remove();
    }
  });
});
