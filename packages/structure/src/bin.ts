import { fileURLToPath } from "node:url";
import allowed from "../allowed.json" with { type: "json" };
import { compare } from "./ratchet.ts";
import { countAll } from "./rules.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const print = (lines: readonly string[]): void => {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
};

// `places` shows every place of every rule, however many are allowed.
const counted = await countAll(ROOT);
if (process.argv[2] === "places") {
  for (const { name, findings } of counted)
    print([`${name}: ${findings.length}`, ...findings.map(({ place, found }) => `  ${place}: ${found}`)]);
} else {
  const { faults, notes } = compare(counted, allowed);
  print(faults.length > 0 ? faults : [notes.join(", ")]);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
