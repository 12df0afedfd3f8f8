import { fileURLToPath } from "node:url";
import { faultsIn } from "./rules.ts";

const faults = faultsIn(fileURLToPath(new URL("../../..", import.meta.url)));
process.stdout.write(faults.map((line) => `${line}\n`).join(""));
process.exitCode = faults.length > 0 ? 1 : 0;
