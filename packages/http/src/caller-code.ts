/**
 * What `run` gives, or `otherwise` where it throws: a getter, a `Proxy` or a function of the caller's may throw where
 * nothing is thrown by itself.
 */
export const orElse = <Result>(run: () => Result, otherwise: (error: unknown) => Result): Result => {
  try {
    return run();
  } catch (error) {
    return otherwise(error);
  }
};

/**
 * Lets go of what a function of the caller's gave where no promise is waited for; one that rejects would else end the
 * process, though nobody asked for it.
 */
export const letGo = (given: unknown): void => {
  if (typeof given !== "object" || given === null) return;
  Promise.resolve(given).catch(() => undefined);
};

/** Callbacks whose failure was reported: each once, or a night of broken hooks would bury everything else. */
const reported = new WeakSet<object>();

/**
 * Calls the member `name` of `holder` with `event`, where there is one. It is the caller's code, and decides nothing:
 * what it throws, or the promise that it returns rejects with, is reported once for each callback and changes nothing.
 */
export const notify = <Holder extends object, Name extends keyof Holder & string>(
  holder: Holder,
  name: Name,
  event: Holder[Name] extends ((event: infer Event) => unknown) | undefined ? Event : never,
): void => {
  const callback = orElse<unknown>(
    () => holder[name],
    (error) => reportFailure(name, holder, error),
  );
  if (typeof callback !== "function") return;
  const hook = callback;
  runCallerCode(name, hook, () => Reflect.apply(hook, holder, [event]));
};

/** Runs the caller's code `name`, which is part of `source`, and does for its failure what {@link notify} does. */
export const runCallerCode = (name: string, source: object, run: () => unknown): void => {
  try {
    const result = run();
    if (typeof result !== "object" || result === null) return;
    Promise.resolve(result).catch((error: unknown) => reportFailure(name, source, error));
  } catch (error) {
    reportFailure(name, source, error);
  }
};

/** Reports once for each `source` that the caller's code `name` failed and changed nothing. */
export const reportFailure = (name: string, source: object, error: unknown): void => {
  if (reported.has(source)) return;
  reported.add(source);
  // A warning that could not be given: nobody is left to hear of it.
  orElse(
    () => warn(`${name} failed with ${nameAndPlace(error)}; nothing else was changed by it (reported once)`),
    () => undefined,
  );
};

/** The error's name and place; its message may quote what no log is to hold. */
export const nameAndPlace = (error: unknown): string =>
  orElse(
    () => readNameAndPlace(error),
    () => "something that throws when it is looked at",
  );

const readNameAndPlace = (error: unknown): string => {
  if (!(error instanceof Error)) return "something that is no error";
  const name = /^\w{1,60}$/.test(error.name) ? error.name : "an error";
  const place = /^\s+at .*/m
    .exec(error.stack ?? "")?.[0]
    .trim()
    .slice(0, 200);
  return place === undefined ? name : `${name} ${place}`;
};

/** Where the platform has warnings of its own a program can listen to them, and nothing goes to its output. */
const warn = (text: string): void => {
  const { process }: { readonly process?: { readonly emitWarning?: unknown } } = globalThis;
  if (typeof process?.emitWarning === "function") process.emitWarning(text, "CallerCodeWarning");
  // biome-ignore lint/suspicious/noConsole: the only place where other platforms show a warning.
  else console.warn(text);
};
