/** The first of "n1", "n2" … that is not taken. */
export function freeId(prefix: string, taken: Iterable<string>): string {
  const ids = new Set(taken);
  let number = ids.size + 1;
  while (ids.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
