/**
 * Channels of a thinner network: a multiple of 8, at least 8, and never more than a tenth below the exact value
 * (make_divisible of the MobileNet papers, applied to every architecture; width 1 changes nothing here).
 */
export function scaleChannels(channels: number, width: number): number {
  const exact = channels * width;
  const rounded = Math.max(8, Math.floor((exact + 4) / 8) * 8);
  return rounded < 0.9 * exact ? rounded + 8 : rounded;
}
