#!/usr/bin/env node
import { generateClient } from "./generate.ts";
import { SpecRefused } from "./json.ts";

try {
  const mode = process.env["CI"] ? "compare" : "write";
  process.stdout.write(`${await generateClient(process.cwd(), mode)}\n`);
} catch (error) {
  if (!(error instanceof SpecRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
