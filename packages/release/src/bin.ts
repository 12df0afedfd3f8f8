import { checkSpecs } from "./check-specs.ts";
import { checkTypes } from "./check-types.ts";
import { dryRun } from "./dry-run.ts";
import type { Verdict } from "./verdict.ts";

/** How a command ended: what it says, and its exit code. */
interface Outcome {
  readonly said: string;
  readonly code: 0 | 1;
}

/** What runs in the root of the repository, by name. The checks take the branch that they compare with. */
const COMMANDS: Readonly<Record<string, (root: string, branch: string) => Promise<Outcome>>> = {
  specs: async (root, branch) => outcomeOf(await checkSpecs(root, branch)),
  types: async (root, branch) => outcomeOf(await checkTypes(root, branch)),
  pack: async (root) => ({ said: await dryRun(root), code: 0 }),
};

const outcomeOf = ({ faults, notes }: Verdict): Outcome =>
  faults.length > 0 ? { said: faults.join("\n"), code: 1 } : { said: notes.join("; "), code: 0 };

const [name = "", branch = "main"] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  process.stderr.write(`No command "${name}": one of ${Object.keys(COMMANDS).join(", ")}.\n`);
  process.exitCode = 64;
} else {
  try {
    const { said, code } = await command(process.cwd(), branch);
    process.stdout.write(`${said}\n`);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 70;
  }
}
