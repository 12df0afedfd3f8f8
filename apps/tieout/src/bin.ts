#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { isSupportedNode } from "./supported-node.ts";

/** Where Node keeps the compiled code of the bundle from one run to the next: beside it, so that it goes when it goes. */
const COMPILED = join(import.meta.dirname, "compiled");

const { emitWarning } = process;
// Node 22 says of its SQLite, once a command, that it may still change. Whatever else it warns of is said.
process.emitWarning = (...given: ReadonlyArray<unknown>): void => {
  if (!String(given[0]).startsWith("SQLite is an experimental feature"))
    Reflect.apply(emitWarning, process, given);
};

// Everything else is imported only now: an older Node would fail on `node:sqlite` before it could say why.
if (isSupportedNode(process.versions.node)) {
  // Where nothing can be written there, it fails without a word and the bundle is compiled each time.
  module.enableCompileCache(COMPILED);
  await import("./start.ts");
} else {
  process.stderr.write(
    `tieout needs Node 22.16 or newer of 22, or Node 24 or newer, and this is ${process.versions.node}: https://nodejs.org has one; in the repository of tieout \`npm start -- --help\` brings the right one along\n`,
  );
  process.exitCode = 78;
}
