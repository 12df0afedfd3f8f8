import { type Fault, shownValue } from "./faults.ts";
import { readGivenFile } from "./given-file.ts";
import type { AnySetting, Setting } from "./setting.ts";

/** The environment as the process was given it: a name that is absent or blank counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What was typed of flags, by the names of their settings; `false` is a switch that was left out. */
export type Typed = Readonly<Record<string, string | boolean | ReadonlyArray<string> | undefined>>;

/** An object in the config file whose members give settings. */
export interface FileObject {
  /** Names a member of it, as messages do. */
  readonly where: (member: string) => string;
  readonly members: Readonly<Record<string, unknown>>;
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
  readonly #flags: Typed;
  readonly #variables = new Set<string>();

  constructor(environment: Environment, flags: Typed = {}) {
    this.#environment = environment;
    this.#flags = flags;
  }

  /**
   * The value of a setting, checked; what stands in for it where none is given or the one given is a fault. The command
   * line wins over the environment, that over the config file (for sources it is the other way round), and there the
   * first object that has it over the others.
   */
  value<A, Fallback>(
    setting: Setting<string, A, Fallback>,
    ...objects: ReadonlyArray<FileObject>
  ): A | Fallback {
    const given = this.#given(setting, objects);
    if (given === undefined) return setting.fallback.value;
    const found = setting.kind.read(given.text);
    if ("value" in found) return found.value;
    const problem = `is ${shownValue(given.text)}; expected ${found.expected}`;
    given.faults.push({ where: given.where, problem });
    return setting.fallback.value;
  }

  /** Where a setting was given; undefined where it was not. */
  placeOf(setting: AnySetting, ...objects: ReadonlyArray<FileObject>): string | undefined {
    return this.#given(setting, objects)?.where;
  }

  /** Whether a flag was typed, by the name of its setting, whatever it says. */
  isTyped(name: string): boolean {
    return this.#flags[name] !== undefined;
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
      // `trim` takes away a byte order mark as well.
      return this.#whole(`${name}_FILE`, readGivenFile(file).toString("utf8").trim());
    } catch (cause) {
      this.configuration.push({
        where: `${name}_FILE`,
        problem: `names a file that cannot be read: ${reason(cause)}`,
      });
      return undefined;
    }
  }

  /** The variables that were asked for, set or not. */
  get variables(): ReadonlySet<string> {
    return this.#variables;
  }

  /** A variable of the environment; blank counts as not set. */
  variable(name: string): string | undefined {
    this.#variables.add(name);
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

  #given(setting: AnySetting, objects: ReadonlyArray<FileObject>): Given | undefined {
    const [environment, file] = [this.#inEnvironment(setting), this.#inFile(setting, objects)];
    return this.#typed(setting) ?? (setting.isFileFirst ? (file ?? environment) : (environment ?? file));
  }

  #typed({ name, flag }: AnySetting): Given | undefined {
    const typed = flag === undefined ? undefined : this.#flags[name];
    return typed === undefined || typed === false
      ? undefined
      : { where: `--${flag}`, text: String(typed), faults: this.usage };
  }

  #inEnvironment({ variable }: AnySetting): Given | undefined {
    const text = variable === undefined ? undefined : this.variable(variable);
    return variable === undefined || text === undefined
      ? undefined
      : { where: variable, text, faults: this.configuration };
  }

  #inFile({ name, isInFile }: AnySetting, objects: ReadonlyArray<FileObject>): Given | undefined {
    const object = isInFile ? objects.find(({ members }) => members[name] !== undefined) : undefined;
    return object === undefined
      ? undefined
      : { where: object.where(name), text: String(object.members[name]), faults: this.configuration };
  }
}
