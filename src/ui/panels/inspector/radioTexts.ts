/** The power curves of wireless links, in words. */
import { radioCurves } from '../../../core/energy/radioPower';
import type { Radio } from '../../../core/scenario/types';
import { formatNumber, formatWatts } from '../../format';

/** "sending 874 mW + 29.1 mW per Mbit/s, receiving 595 mW + 13.5 mW per Mbit/s" */
export function radioText(radio: Radio): string {
  const { send, receive } = radioCurves[radio];
  const side = ({ interceptW, wattsPerMbps }: typeof send) =>
    `${formatWatts(interceptW)} + ${formatNumber(wattsPerMbps * 1e3)} mW per Mbit/s`;
  return `sending ${side(send)}, receiving ${side(receive)}`;
}
