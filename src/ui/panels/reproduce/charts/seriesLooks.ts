/** How the series of a figure are told apart: colour, dash, mark and texture, so that none of them is needed alone. */

export interface SeriesLook {
  /** A CSS colour. */
  readonly colour: string;
  /** SVG dash array; undefined: solid. */
  readonly dash: string | undefined;
  readonly widthPx: number;
  readonly marker: Marker;
  readonly texture: Texture;
}
type Marker = 'disc' | 'triangle' | 'square' | 'diamond' | 'ring' | 'cross';
/** Of a bar. Not hatched: that means a transfer on this page. */
type Texture = 'solid' | 'empty' | 'rows' | 'dots' | 'grid' | 'columns';

const strong = look('--ink', undefined, 2.4, 'disc', 'solid');
const calm = look('--ink-soft', '2 4', 2, 'triangle', 'empty');
const rows = look('--node-5', '9 4', 2, 'square', 'rows');
const dotted = look('--node-3', '9 3 2 3', 2, 'diamond', 'dots');
const others = [look('--good', '5 3', 2, 'ring', 'grid'), look('--focus', '1 3', 2.4, 'cross', 'columns')];
const all = [strong, rows, dotted, calm, ...others];

/** The methods that come again from figure to figure look the same in all of them. */
const known: ReadonlyMap<string, SeriesLook> = new Map([
  ['HiveMind', strong],
  ['UE only', calm],
  ['Cloud only', rows],
  ['Single split', dotted],
]);

/** Looks of the series of a chart, in their order; after six they come again. */
export function seriesLooks(names: readonly string[]): readonly SeriesLook[] {
  const taken = new Set(names.flatMap((name) => known.get(name) ?? []));
  const free = all.filter((each) => !taken.has(each));
  let next = 0;
  return names.map((name) => known.get(name) ?? (free.length === 0 ? strong : free[next++ % free.length]!));
}

function look(
  token: string,
  dash: string | undefined,
  widthPx: number,
  marker: Marker,
  texture: Texture,
): SeriesLook {
  return { colour: `var(${token})`, dash, widthPx, marker, texture };
}
