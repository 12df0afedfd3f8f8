/**
 * Loaded into a tieout process before its bundle (`node --import`): says so on standard error where the process is ended
 * by `process.exit`, which cuts output off and may wait for ever for a thread of V8.
 */
const { exit } = process;
process.exit = (code) => {
  process.stderr.write("process.exit was called\n");
  return exit(code);
};
