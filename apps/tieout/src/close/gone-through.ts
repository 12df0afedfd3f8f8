/** Items that are made as they are gone through, each time anew: nothing of them is held. */
export const goneThrough = <Item>(make: () => Iterator<Item>): Iterable<Item> => ({
  [Symbol.iterator]: make,
});
