/** Curves that run over each other, as far as can be seen. */

export interface Together {
  /** In their order. */
  readonly curves: readonly number[];
  /** At so many of the points they do. */
  readonly at: number;
  readonly of: number;
}

/** Heights closer than this look like one [px]. */
const seenPx = 1.5;
/** Two that meet at fewer of their points only cross. */
const leastPart = 0.5;

/** `heights[k]`: of curve k at each point [px]; null: no value there. */
export function togetherOf(heights: readonly (readonly (number | null)[])[]): readonly Together[] {
  const groups: number[][] = [];
  const partly: Together[] = [];
  for (const [k, heightsOf] of heights.entries()) {
    const of = heightsOf.filter((height) => height !== null).length;
    if (of === 0) continue;
    const meets = groups.map((group) => meetings(heights[group[0]!]!, heightsOf));
    const same = meets.findIndex(({ at, apart }) => at > 0 && apart === 0);
    if (same >= 0) {
      groups[same]!.push(k);
      continue;
    }
    for (const [g, { apart, at }] of meets.entries()) {
      const points = at + apart;
      if (at > 1 && at >= leastPart * points) partly.push({ curves: [groups[g]![0]!, k], at, of: points });
    }
    groups.push([k]);
  }
  const wholly = groups
    .filter(({ length }) => length > 1)
    .map((curves) => ({ curves, at: heights[curves[0]!]!.length, of: heights[curves[0]!]!.length }));
  return [...wholly, ...partly];
}

function meetings(a: readonly (number | null)[], b: readonly (number | null)[]) {
  let at = 0;
  let apart = 0;
  for (const [n, height] of a.entries()) {
    const other = b[n] ?? null;
    if (height === null && other === null) continue;
    if (height !== null && other !== null && Math.abs(height - other) < seenPx) at += 1;
    else apart += 1;
  }
  return { at, apart };
}

/** "a, b and c coincide", "a and b coincide at 5 of 6 points". */
export function togetherText({ at, curves, of }: Together, names: readonly string[]): string {
  const all = curves.map((k) => names[k]!);
  const text = `${all.slice(0, -1).join(', ')} and ${all.at(-1)!} coincide`;
  return at === of
    ? text
    : `${text} at ${at.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} points`;
}

/** How many curves lie over each one, in the order in which they are drawn: it is drawn wider by as much, so that it is seen. */
export function coversOf(together: readonly Together[], order: readonly number[]): readonly number[] {
  const place = new Map(order.map((k, n) => [k, n]));
  return order
    .map((_, k) => k)
    .map((k) => {
      const others = new Set(
        together.filter(({ curves }) => curves.includes(k)).flatMap(({ curves }) => curves),
      );
      return [...others].filter((other) => place.get(other)! > place.get(k)!).length;
    });
}
