import { Option } from "effect";

type Given<Flags> = { readonly [Name in keyof Flags]: string | undefined };

/** Flags as they were typed, with `undefined` for those that were not used. */
export const given = <Flags extends Readonly<Record<string, Option.Option<string>>>>(
  flags: Flags,
): Given<Flags> =>
  // `Object.fromEntries` forgets the names that the mapped type keeps.
  Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, Option.getOrUndefined(flag)]),
  ) as Given<Flags>;
