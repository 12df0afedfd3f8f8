import { readFileSync } from "node:fs";
import type { Fault } from "./faults.ts";
import type { Read } from "./values.ts";

/** The environment as the process was given it: a name that is absent or blank counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where one setting may be given. The command line wins over the environment, and that over the config file. */
export interface Place {
  /** The value of the flag, where the command has one and it was used. */
  readonly flag?: { readonly name: string; readonly given: string | undefined };
  readonly environment?: string;
  /** The value in the config file, and where that is as a message names it. */
  readonly file?: { readonly where: string; readonly given: string | number | undefined };
}

interface Given {
  readonly where: string;
  readonly text: string;
  readonly faults: Array<Fault>;
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Reads settings one by one and collects what is wrong with all of them, so that an operator mends a
 * configuration once and not fault by fault.
 */
export class SettingsReader {
  /** Faults of the command line: wrong usage. */
  readonly usage: Array<Fault> = [];
  /** Faults of the environment and the config file: wrong configuration. */
  readonly configuration: Array<Fault> = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The value given at a place, checked; `undefined` when none is given or the one given is a fault. */
  take<A>(place: Place, read: (text: string) => Read<A>): A | undefined {
    const given = this.#given(place);
    if (given === undefined) return undefined;
    const found = read(given.text);
    if ("value" in found) return found.value;
    const shown = JSON.stringify(given.text.slice(0, 80));
    given.faults.push({ where: given.where, problem: `is ${shown}; expected ${found.expected}` });
    return undefined;
  }

  /**
   * A secret from the variable `name`, or from the file that `<name>_FILE` names; both at once is a fault.
   * No message holds its value.
   */
  secret(name: string): string | undefined {
    const direct = this.variable(name);
    const file = this.variable(`${name}_FILE`);
    if (file === undefined) return this.#whole(name, direct);
    if (direct !== undefined) {
      this.configuration.push({
        where: `${name} and ${name}_FILE`,
        problem: "are both set; keep one of them",
      });
      return undefined;
    }
    try {
      return this.#whole(`${name}_FILE`, readFileSync(file, "utf8").trim());
    } catch (cause) {
      this.configuration.push({
        where: `${name}_FILE`,
        problem: `names a file that cannot be read: ${reason(cause)}`,
      });
      return undefined;
    }
  }

  /** A variable of the environment; blank counts as not set. */
  variable(name: string): string | undefined {
    const given = this.#environment[name]?.trim();
    return given === "" ? undefined : given;
  }

  // A key with white space or control characters inside would be refused by the HTTP header in words that show it.
  #whole(where: string, secret: string | undefined): string | undefined {
    if (secret === undefined || /^[\x21-\x7e]+$/.test(secret)) return secret;
    this.configuration.push({
      where,
      problem: "holds no usable key: expected printable characters without blanks",
    });
    return undefined;
  }

  #given({ flag, environment, file }: Place): Given | undefined {
    if (flag?.given !== undefined) return { where: `--${flag.name}`, text: flag.given, faults: this.usage };
    const variable = environment === undefined ? undefined : this.variable(environment);
    if (environment !== undefined && variable !== undefined)
      return { where: environment, text: variable, faults: this.configuration };
    return file?.given === undefined
      ? undefined
      : { where: file.where, text: String(file.given), faults: this.configuration };
  }
}
