#!/usr/bin/env node

const NODE_MAJOR_MIN = 24;

// Everything else is imported only now: an older Node would fail on `node:sqlite` before it could say why.
if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) await import("./start.ts");
else {
  process.stderr.write(
    `tieout needs Node ${NODE_MAJOR_MIN} or newer, and this is ${process.versions.node}; in its repository \`npm start -- --help\` brings the right one along\n`,
  );
  process.exitCode = 78;
}
