import { isObject, type Json, type JsonObject, SpecRefused } from "../document/json.ts";

/** How a list is walked that is paged by offset. `items` is the member that holds the records; null means the answer is the array. */
interface OffsetModel {
  readonly style: "offset";
  readonly in: "query" | "body";
  readonly items: string | null;
  readonly total: boolean | string;
  readonly limit?: string;
  readonly offset?: string;
  readonly maxLimit?: number;
}

/** How any other list is walked: the function of `@tieout/http` that does so, and what it is given. */
interface ChainModel {
  readonly style: "page" | "cursor" | "link";
  readonly walker: "pageWalk" | "cursorWalk" | "linkWalk";
  /** Names of members inside others are written `a.b`. */
  readonly items: string | null;
  readonly in: "query" | "body";
  /** The parameter that the walk sets. */
  readonly sets: string | undefined;
  readonly rules: JsonObject;
}

/** How a list is walked, as `x-pagination` says. */
export type PaginationModel = OffsetModel | ChainModel;

const isName = (value: Json | undefined): value is string =>
  typeof value === "string" && /^[^.\s]+(?:\.[^.\s]+)*$/.test(value);
const isMember = (value: Json | undefined): value is string => isName(value) && !value.includes(".");
const isNameOrNone = (value: Json | undefined) => value === undefined || isName(value);

/** What each style has beside `style`, `items` and `id`, and whether a value is right. */
const STYLES: Readonly<
  Record<ChainModel["style"], Readonly<Record<string, (value: Json | undefined) => boolean>>>
> = {
  page: {
    in: (value) => value === "query" || value === "body",
    page: isName,
    first: (value) => value === undefined || Number.isSafeInteger(value),
    hasMore: isNameOrNone,
  },
  cursor: {
    in: (value) => value === "query" || value === "body",
    cursor: isName,
    next: (value) => isName(value) || (isObject(value) && isName(value["row"])),
    hasMore: isNameOrNone,
  },
  link: { next: (value) => isName(value) || (isObject(value) && value["header"] === true) },
};

const FORMS = {
  page: "in: query or body, page: the parameter, and first: a number and hasMore: a member where there are any",
  cursor:
    "in: query or body, cursor: the parameter, next: a member or { row: member }, and hasMore where there is one",
  link: "next: a member or { header: true }",
} as const;

const chainOf = (style: ChainModel["style"], paging: JsonObject, where: string): ChainModel => {
  const { style: _, items, id, ...rest } = paging;
  const known = STYLES[style];
  const isRight =
    (items === null || isName(items)) &&
    isNameOrNone(id) &&
    Object.keys(rest).every((name) => name in known) &&
    Object.entries(known).every(([name, isRightly]) => isRightly(rest[name]));
  if (!isRight) {
    throw new SpecRefused(
      `${where}: x-pagination of style: ${style} needs items: a member or null, ${FORMS[style]}, and id: a member where there is one`,
    );
  }
  const sets = style === "page" ? rest["page"] : rest["cursor"];
  return {
    style,
    walker: `${style}Walk`,
    items: typeof items === "string" ? items : null,
    in: rest["in"] === "body" ? "body" : "query",
    sets: typeof sets === "string" ? sets : undefined,
    rules: { items: items ?? null, ...(id !== undefined && { id }), ...rest },
  };
};

/** Reads `x-pagination`. */
export const paginationOf = (value: Json | undefined, where: string): PaginationModel | undefined => {
  if (value === undefined) return undefined;
  const paging = isObject(value) ? value : {};
  const { style, in: place, items, total, maxLimit, limit, offset } = paging;
  if (style === "page" || style === "cursor" || style === "link") return chainOf(style, paging, where);
  const rightLimit = maxLimit === undefined || typeof maxLimit === "number";
  const rightItems = items === null || isName(items);
  const rightPlace = place === "query" || place === "body";
  const rightTotal = typeof total === "boolean" || isName(total);
  const rightNames = [limit, offset].every((name) => name === undefined || isMember(name));
  const isRight = rightPlace && rightItems && rightTotal && rightLimit && rightNames;
  if (style !== "offset" || !isRight) {
    throw new SpecRefused(
      `${where}: x-pagination needs style: offset, in: query or body, items: a member name or null, total: true, false or a member name, and where there are any maxLimit: a number, limit and offset: the parameters; or style: page, cursor or link`,
    );
  }
  return {
    ...{ style, in: place, items, total },
    ...(maxLimit !== undefined && { maxLimit }),
    ...(isMember(limit) && { limit }),
    ...(isMember(offset) && { offset }),
  };
};
