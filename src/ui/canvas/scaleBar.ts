/** The scale of the plan: a round distance and how long it is on screen. */
export interface ScaleBar {
  readonly metres: number;
  readonly px: number;
}

/** The longest of 1, 2, 5, 10, 20 ... metres that takes at most `maxPx`, where one metre is `zoom` pixels. */
export function scaleBar(zoom: number, maxPx = 120): ScaleBar {
  const most = maxPx / zoom;
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= most) ?? 1;
  const metres = factor * power;
  return { metres, px: metres * zoom };
}

/** "100 m", "2 km" */
export function distanceText(metres: number): string {
  return metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
}
