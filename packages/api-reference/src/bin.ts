import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeReference } from "./write-reference.ts";

const home = join(import.meta.dirname, "..");
const root = join(home, "..", "..");
const folder = join(home, "dist");

// A page of a spec that is gone would stay otherwise.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const name of readdirSync(join(root, "specs"))) {
  if (existsSync(join(root, "specs", name, "openapi.yaml"))) await writeReference(root, name, folder);
}
