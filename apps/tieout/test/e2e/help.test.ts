import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";

const COMMANDS = [
  "",
  "init",
  "run",
  "fleet",
  "runner",
  "pull",
  "report",
  "decide",
  "explain",
  "show",
  "export",
  "export transactions",
  "diff",
  "verify",
  "status",
  "prune",
  "demo",
  "sandbox",
];

it("is for every command, to the byte, what people have read so far", async () => {
  const pages: Array<string> = [];
  for (const command of COMMANDS) {
    const args = [...(command === "" ? [] : command.split(" ")), "--help"];
    const { code, stdout, stderr } = await tieout(args, { cwd: temporaryDirectory() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    pages.push(`$ tieout ${args.join(" ")}\n${stdout}`);
  }
  await expect(
    pages.join("\n"),
    "To fix this, run: pnpm --filter tieout exec vitest run test/e2e/help.test.ts -u (and read the difference)",
  ).toMatchFileSnapshot("help.txt");
});
