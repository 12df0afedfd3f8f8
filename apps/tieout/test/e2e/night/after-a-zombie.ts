import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

// As the first process of a PID namespace: waits until a child that it got from the program before it has ended, reaps
// it not, and runs a command. A shell would ask for whoever ends while it waits for another.

const [pid, command = "", ...args] = process.argv.slice(2);

// Fails where it is gone: then somebody did ask for it.
while (!/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) await sleep(10);
process.exitCode = spawnSync(command, args, { stdio: "inherit" }).status ?? 1;
