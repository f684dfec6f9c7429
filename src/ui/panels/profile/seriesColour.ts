/** Colours of several measurements side by side, far apart in lightness; the order of the bars says the same. */
const colours = ['--ink-soft', '--node-1', '--node-5', '--node-0', '--node-3', '--node-7'] as const;

/** CSS colour of a series; after six they come again. */
export function seriesColour(index: number): string {
  return `var(${colours[index % colours.length]!})`;
}
