#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

const NODE_MAJOR_MIN = 24;

// Left alone, the space for new objects doubles again and again over a long run (to some 100 MB), because the rows
// of a batch live just long enough to be taken for lasting. Kept as it is, memory does not grow with the run.
setFlagsFromString("--semi-space-growth-factor=1");

// Everything else is imported only now: an older Node would fail on `node:sqlite` before it could say why.
if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) await import("./start.ts");
else {
  process.stderr.write(
    `tieout needs Node ${NODE_MAJOR_MIN} or newer, and this is ${process.versions.node}; in its repository \`npm start -- --help\` brings the right one along\n`,
  );
  process.exitCode = 78;
}
