/** A record with what `cell` gives for each of these names. */
export const fillNamed = <Name extends string, Cell>(
  names: readonly Name[],
  cell: (name: Name) => Cell,
): Readonly<Record<Name, Cell>> => {
  const cells: Partial<Record<Name, Cell>> = {};
  for (const name of names) cells[name] = cell(name);
  const isWhole = (some: Partial<Record<Name, Cell>>): some is Record<Name, Cell> =>
    names.every((name) => name in some);
  if (!isWhole(cells)) throw new TypeError("a name was left out");
  return cells;
};
