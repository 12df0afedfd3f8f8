#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";

const NODE_MAJOR_MIN = 24;

/** Where Node keeps the compiled code of the bundle from one run to the next: beside it, so that it goes when it goes. */
const COMPILED = join(import.meta.dirname, "compiled");

// Everything else is imported only now: an older Node would fail on `node:sqlite` before it could say why.
if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) {
  // Where nothing can be written there, it fails without a word and the bundle is compiled each time.
  module.enableCompileCache(COMPILED);
  await import("./start.ts");
} else {
  process.stderr.write(
    `tieout needs Node ${NODE_MAJOR_MIN} or newer, and this is ${process.versions.node}; in its repository \`npm start -- --help\` brings the right one along\n`,
  );
  process.exitCode = 78;
}
