/** Ids that stand for "unknown": no export may use them for a thing that it knows. */

/** Where incidents stand whose system is unknown: of the group, or with `@unit:U` or `@company:C` behind it. */
export const unmapped = 'unmapped';

/** SQL condition: whether a text is a reserved id. */
export const isReserved = (value: string): string =>
  `(${value} = '${unmapped}' OR starts_with(${value}, '${unmapped}@'))`;
