import { orElse } from "../caller-code.ts";
import { apiErrors, type RequestInvalid } from "../errors/api-errors.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { Answer, CallInit, CallMethod, Walker, WalkRules, WalkTarget } from "../operation.ts";
import { type Steps, stepsIn, valueAt } from "../validate/pointer.ts";
import { type Chain, type ChainPage, streamChain, walkChain } from "../walk/chain.ts";
import { PageReader } from "../walk/PageReader.ts";
import { gapsAmong, rowId, type WalkSettings } from "./paged-method.ts";

/** What all lists have that are paged otherwise than by offset. Members and parameters inside others are written `a.b`. */
interface ChainRules {
  /** The member of the answer that holds the rows; `null` when the answer itself is the array. */
  readonly items: string | null;
  /** The member that holds a row's id; without one the whole row is what it is known by. */
  readonly id?: string;
}

/** A list by pages that are counted: `page=1`, `page=2`, up to one without rows. */
export interface PageRules extends ChainRules {
  readonly in: "query" | "body";
  readonly page: string;
  /** The number of the first page. Default 1. */
  readonly first?: number;
  /** The member that says whether there are more; where it does not, the list ends with a page that has no row. */
  readonly hasMore?: string;
}

/** A list of which each page gives what the next is asked with. */
export interface CursorRules extends ChainRules {
  readonly in: "query" | "body";
  /** The parameter. */
  readonly cursor: string;
  /** The member of the answer that holds it; or, with `row`, the member of the last row. */
  readonly next: string | { readonly row: string };
  /** The member that says whether there are more; where it does not, the list ends where there is no cursor. */
  readonly hasMore?: string;
}

/** A list of which each page has the address of the next: in a member, or as `next` in the header `Link` (RFC 8288). */
export interface LinkRules extends ChainRules {
  readonly next: string | { readonly header: true };
}

/** Walks a list by the number of its pages. */
export const pageWalk = (rules: PageRules): Walker => {
  checkRules("pageWalk", rules, { in: "text", page: "text" });
  const { first = 1, hasMore } = rules;
  return chained(rules, {
    isCounted: true,
    ask: (init, at, call) => call(withMember(init, rules, [rules.page, at ?? first])),
    next: ({ data }, { sent, at }) =>
      (saysMore(data, hasMore) ?? sent > 0) ? Number(at ?? first) + 1 : undefined,
  });
};

/** Walks a list by what each page gives for the next. */
export const cursorWalk = (rules: CursorRules): Walker => {
  checkRules("cursorWalk", rules, { in: "text", cursor: "text" });
  const { next, hasMore } = rules;
  return chained(rules, {
    isCounted: false,
    ask: (init, at, call) => call(at === undefined ? init : withMember(init, rules, [rules.cursor, at])),
    next: ({ data }, { rows, sent, unstable }) => {
      const isMore = saysMore(data, hasMore);
      if (isMore === false) return undefined;
      const isInRow = typeof next !== "string";
      if (isInRow && sent > 0 && rows.length === 0)
        throw unstable("no row of a page is right, and the last one leads on");
      const at = orNothing(isInRow ? valueAt(rows.at(-1), stepsIn(next.row)) : valueAt(data, stepsIn(next)));
      // A list that goes on must not look as if it ended here.
      if (at === undefined && (isMore || (isInRow && sent > 0)))
        throw unstable("a page says that there is more, and not where");
      return at;
    },
  });
};

/** Walks a list by the addresses that its pages give. They may lead to the same list alone, since the key goes with them. */
export const linkWalk = (rules: LinkRules): Walker => {
  checkRules("linkWalk", rules, {});
  const { next } = rules;
  return chained(rules, {
    isCounted: false,
    ask: (init, at, call) => call(init, at === undefined ? undefined : String(at)),
    next: ({ data, response }) =>
      orNothing(
        typeof next === "string" ? valueAt(data, stepsIn(next)) : linkIn(response.headers.get("link") ?? ""),
      ),
  });
};

const orNothing = (value: unknown): unknown => (value === null || value === "" ? undefined : value);

const linkIn = (header: string): string | undefined =>
  /<([^<>]*)>(?:\s*;\s*[\w*]+=(?:"[^"]*"|[^",;\s]*))*?\s*;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?(?=\s*[;,]|\s*$)/i.exec(
    header,
  )?.[1];

/** Whether a page says that there are more; undefined where it does not say, and so decides nothing. */
const saysMore = (data: unknown, hasMore: string | undefined): boolean | undefined => {
  const said = hasMore === undefined ? undefined : valueAt(data, stepsIn(hasMore));
  return typeof said === "boolean" ? said : undefined;
};

/** What of the rules is not there, or is another kind of value: their author has to learn of it. */
const checkRules = (of: string, rules: unknown, wanted: Readonly<Record<string, "text">>): void => {
  const isRight = orElse(
    () =>
      isPlain(rules) &&
      (rules["items"] === null || typeof rules["items"] === "string") &&
      Object.keys(wanted).every((name) => typeof rules[name] === "string") &&
      (of === "pageWalk" || typeof rules["next"] === "string" || isPlain(rules["next"])),
    () => false,
  );
  if (isRight) return;
  throw new OptionInvalid({ of, option: "rules", expected: "rules of a list", actual: kindOf(rules) });
};

interface Way {
  readonly isCounted: boolean;
  readonly ask: (init: CallInit, at: unknown, call: CallMethod) => Promise<Answer<unknown>>;
  readonly next: (
    answer: Answer<unknown>,
    page: {
      readonly rows: readonly unknown[];
      readonly sent: number;
      readonly at: unknown;
      readonly unstable: (detail: string) => Error;
    },
  ) => unknown;
}

/** The parameters of a call with one more, inside others where its name says so. */
const withMember = (
  init: CallInit,
  { in: place }: Pick<PageRules, "in">,
  [name, value]: readonly [string, unknown],
): CallInit => ({ ...init, [place]: withAt(init[place], stepsIn(name), value) });

const withAt = (holder: unknown, [step = "", ...rest]: Steps, value: unknown): unknown => {
  const members = isPlain(holder) ? holder : {};
  return { ...members, [step]: rest.length === 0 ? value : withAt(members[step], rest, value) };
};

const chained = (rules: ChainRules & WalkRules, way: Way): Walker => {
  const walker = (target: WalkTarget) => {
    const { call, api, operation, errors = apiErrors } = target;
    const holder = stepsIn(rules.items);

    const refused = (path: string, expected: string, given: unknown): RequestInvalid =>
      new errors.requestInvalid({ api, operation, path, expected, actual: kindOf(given) });

    const chainOf = (given: unknown = {}): Chain<unknown> => {
      const copy = orElse<unknown>(
        () => isPlain(given) && { ...given },
        () => undefined,
      );
      if (!isPlain(copy)) throw refused("init", "an object of options", given);
      const { idOf, maxPages, maxRows, ...asked }: CallInit & WalkSettings<unknown> = copy;
      const set = rules.page ?? rules.cursor;
      const place = rules.in ?? "query";
      const within = place === "body" ? "$" : place;
      // Read once: each page is asked with what was there when the walk began.
      const members = orElse<unknown>(
        () => ({ ...Object(asked[place] ?? {}) }),
        () => undefined,
      );
      if (members === undefined) throw refused(within, "members by name", asked[place]);
      const taken = set === undefined ? undefined : valueAt(members, stepsIn(set));
      // It would be ignored: a walk reads the whole list.
      if (taken !== undefined) throw refused(`${within}.${set}`, "nothing: the walk sets it", taken);
      const init: CallInit =
        asked[place] === undefined || !isPlain(asked[place]) ? asked : { ...asked, [place]: members };
      const limits = new PageReader<unknown>({
        ...{ api, operation, errors, limit: 1, maxPages, maxRows },
        idOf: idOf ?? ((row) => rowId(row, rules.id)),
        readPage: () => Promise.resolve({ rows: [] }),
      });
      return {
        limits,
        isCounted: way.isCounted,
        idOf: (row) => limits.idOf(row),
        readPage: async (at): Promise<ChainPage<unknown>> => {
          const answer = await way.ask(init, at, call);
          const list = valueAt(answer.data, holder);
          const rows: readonly unknown[] = Array.isArray(list) ? list : [];
          const sent = rows.length + gapsAmong(answer.leftOut, holder).size;
          return {
            rows,
            next: way.next(answer, { rows, sent, at, unstable: (detail) => limits.unstable(detail) }),
          };
        },
      };
    };

    return Object.assign((init?: CallInit) => call(init), {
      items: (init?: unknown) => rowsOf(walkChain(chainOf(init))),
      pages: (init?: unknown) => walkChain(chainOf(init)),
      stream: (init?: unknown) => rowsOf(streamChain(chainOf(init))),
      streamPages: (init?: unknown) => streamChain(chainOf(init)),
    });
  };
  return Object.assign(walker, { rules });
};

async function* rowsOf<Row>(pages: AsyncGenerator<readonly Row[]>): AsyncGenerator<Row, void, undefined> {
  for await (const rows of pages) yield* rows;
}
