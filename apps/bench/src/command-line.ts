/** The exit code for a command line that was not understood; `sysexits.h` calls it EX_USAGE. */
const WRONG_USAGE = 64;

const isAboutOptions = (error: unknown): error is Error =>
  error instanceof RangeError ||
  (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

/** What Node says of an option, without its advice on how to pass one that is none. */
const firstSentence = (message: string): string => message.split(/\.\s/)[0] ?? message;

/**
 * Runs a command of this package on the options of its command line. `--help` prints the usage alone; an option that
 * `read` does not understand is told in a sentence, with exit 64.
 */
export const runWithOptions = async <Options>(
  usage: string,
  read: (args: string[]) => Options,
  run: (options: Options) => Promise<void>,
): Promise<void> => {
  // pnpm hands its own `--` on.
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    process.stdout.write(usage);
    return;
  }
  let options: Options;
  try {
    options = read(args);
  } catch (error) {
    if (!isAboutOptions(error)) throw error;
    process.stderr.write(`${firstSentence(error.message)}; --help lists all options\n`);
    process.exitCode = WRONG_USAGE;
    return;
  }
  await run(options);
};

/** Reads whole numbers above 0, separated by commas; throws a RangeError that names the option. */
export const wholeNumbers = (name: string, text: string): readonly number[] => {
  const read = text.split(",").map(Number);
  if (!read.every((number) => Number.isSafeInteger(number) && number > 0))
    throw new RangeError(`--${name} is a list of whole numbers above 0, as 100,1000`);
  return read;
};

/** Reads a whole number from `least` on; throws a RangeError that names the option. */
export const wholeNumber = (name: string, text: string, least = 1): number => {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new RangeError(`--${name} is a whole number from ${least}`);
  return number;
};
