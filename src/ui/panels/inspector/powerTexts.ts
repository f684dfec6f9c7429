/** A node's power in words, and what typing into one of its two fields means for both. */
import type { PowerFigure } from '../../../core/energy/nodePower';
import type { NodePower } from '../../../core/network/types';
import { formatWatts } from '../../format';

/** "Set by you: 2 W idle, 6.5 W under load." */
export function powerText(figure: PowerFigure | null): string {
  if (figure === null) return 'No power is published for this device, so its energy is unknown.';
  const idle =
    figure.idleW === null
      ? 'idle power unknown, so all of the load counts as work'
      : `${formatWatts(figure.idleW)} idle`;
  const from = figure.from === 'node' ? 'Set by you' : 'Published';
  return `${from}: ${idle}, ${formatWatts(figure.loadW)} under load.`;
}

/** A load comes with the idle power known so far, never above itself; an empty field means the device's own figures. */
export function powerAfterLoad(figure: PowerFigure | null, loadW: number | null): NodePower | null {
  return loadW === null ? null : { idleW: Math.min(figure?.idleW ?? 0, loadW), loadW };
}

/** Idle power means nothing without a load; an empty field means the published one, or 0. */
export function powerAfterIdle(
  figure: PowerFigure | null,
  published: PowerFigure | null,
  idleW: number | null,
): NodePower | null {
  if (figure === null) return null;
  const { loadW } = figure;
  return { idleW: Math.min(idleW ?? published?.idleW ?? 0, loadW), loadW };
}
