/** Short work ends before this and says nothing, so that a nightly job writes no line without need. */
const SILENT_MS = 1500;

/**
 * Says one line on stderr. Stdout belongs to the command that the user asked for.
 *
 * @param {string} line
 */
export const print = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Does the work, and says the line once if the work takes noticeably long.
 *
 * @template T
 * @param {string} line
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const printIfLong = async (line, work) => {
  const timer = setTimeout(() => print(line), SILENT_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
};
