import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";

/** The commands that a page of help names below its own. */
const namedIn = (page: string): readonly string[] => {
  const [, listed = ""] = /^SUBCOMMANDS\n((?: {2}.*\n)+)/m.exec(page) ?? [];
  return [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = ""]) => name);
};

/** The help of a command, and of all commands below it. */
const pagesOf = async (command: readonly string[], cwd: string): Promise<readonly string[]> => {
  const args = [...command, "--help"];
  const { code, stdout, stderr } = await tieout(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const pages = [`$ tieout ${args.join(" ")}\n${stdout}`];
  for (const name of namedIn(stdout)) pages.push(...(await pagesOf([...command, name], cwd)));
  return pages;
};

it("is for every command, to the byte, what people have read so far", async () => {
  const pages = await pagesOf([], temporaryDirectory());
  await expect(
    pages.join("\n"),
    "To fix this, run: pnpm --filter tieout exec vitest run test/e2e/help.test.ts -u (and read the difference)",
  ).toMatchFileSnapshot("help.txt");
});
