import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  pointerToken,
  resolvePointer,
  SpecRefused,
} from "../document/json.ts";
import { isValue, MAPS } from "../document/members.ts";

/** What a part of a document refers to, each with the pointer to where it says so. */
type Mentions = readonly (readonly [reference: string, at: string])[];

/** Why nothing can be had of a reference: one that leads nowhere is broken where it stands, else what it leads to is. */
interface Broken {
  readonly at?: string;
  readonly reason: string;
}

const mentionsIn = (part: Json, at: string, isMap = false): Mentions => {
  if (isArray(part)) return part.flatMap((item, index) => mentionsIn(item, `${at}/${index}`));
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([name, value]): Mentions => {
    const here = `${at}/${pointerToken(name)}`;
    if (isMap) return mentionsIn(value, here);
    if (name === "$ref") return typeof value === "string" ? [[value, at]] : [];
    if (name === "discriminator" && isObject(value))
      return mappedIn(objectAt(value, "mapping"), `${here}/mapping`);
    const isRead = !name.startsWith("x-") && !isValue(name, value);
    return isRead ? mentionsIn(value, here, MAPS.includes(name)) : [];
  });
};

/** A discriminator leads to components by their bare names, too. */
const mappedIn = (mapping: JsonObject, at: string): Mentions =>
  Object.entries(mapping).flatMap(([value, target]) => {
    if (typeof target !== "string") return [];
    const reference = /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
    return [[reference, `${at}/${pointerToken(value)}`] as const];
  });

/**
 * Finds what is wrong with the references of a document. One that leads nowhere costs whatever reaches it, at any depth,
 * and nothing else.
 */
export class BrokenReferences {
  readonly #document: JsonObject;
  /** Of each reference, what it leads to mentions; where nothing can be had of it, why. */
  readonly #known: Map<string, Mentions | Broken>;

  /** `broken` are references to parts that are there and cannot be used, with the reason. */
  constructor(document: JsonObject, broken: ReadonlyMap<string, string> = new Map()) {
    this.#document = document;
    this.#known = new Map([...broken].map(([at, reason]) => [at, { at, reason }] as const));
  }

  /** Refuses a part that has a broken reference, or reaches one. */
  demandSound(part: Json, at: string): void {
    const fault = this.#faultIn(mentionsIn(part, at));
    if (fault !== undefined) throw new SpecRefused(fault);
  }

  /** The document without the components that are broken, or reach something that is. */
  withoutBroken(): JsonObject {
    const holders = objectAt(this.#document, "components");
    const components = mapMembers(holders, (held, kind) => {
      if (!isObject(held)) return held;
      return mapMembers(held, (component, name) => {
        const at = `#/components/${kind}/${pointerToken(name)}`;
        return this.#faultIn([[at, at]]) === undefined ? component : undefined;
      });
    });
    return "components" in this.#document ? { ...this.#document, components } : this.#document;
  }

  /** The first fault that is reached, behind the pointer to it. */
  #faultIn(mentions: Mentions): string | undefined {
    const queue = [...mentions];
    const seen = new Set<string>();
    for (const [reference, from] of queue) {
      if (seen.has(reference)) continue;
      seen.add(reference);
      const target = this.#known.get(reference) ?? this.#look(reference);
      this.#known.set(reference, target);
      if ("reason" in target) return `${target.at ?? from}: ${target.reason}`;
      queue.push(...target);
    }
    return undefined;
  }

  #look(reference: string): Mentions | Broken {
    try {
      const value = resolvePointer(this.#document, reference);
      // References alone that lead to each other come to nothing.
      dereference(this.#document, value);
      return mentionsIn(value, reference);
    } catch (error) {
      if (error instanceof SpecRefused) return { reason: error.message };
      throw error;
    }
  }
}
