/** Numbers as text: three significant figures, SI units, decimal prefixes. The only place that words a quantity. */

/** Three significant figures without an exponent: 12.3, 0.0123, 1,230. */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

/** Kept, because making one costs more than everything else in a frame of a drag. */
const formats = new Map<number, Intl.NumberFormat>();

/** Seconds as s, ms or us: "1.23 s", "45.6 ms", "7.8 µs". */
export function formatSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return '0 ms';
  if (size >= 1) return `${formatNumber(seconds)} s`;
  if (size >= 1e-4) return `${formatNumber(seconds * 1e3)} ms`;
  return `${formatNumber(seconds * 1e6)} µs`;
}

/** Bytes with decimal prefixes: "602 kB", "1.2 MB". */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size >= 1e9) return `${formatNumber(bytes / 1e9)} GB`;
  if (size >= 1e6) return `${formatNumber(bytes / 1e6)} MB`;
  if (size >= 1e3) return `${formatNumber(bytes / 1e3)} kB`;
  return `${formatNumber(bytes)} B`;
}

/** Mbit/s as kbit/s, Mbit/s, Gbit/s or Tbit/s; 0 is "down". */
export function formatMbps(mbps: number): string {
  if (mbps === 0) return 'down';
  if (mbps >= 1e6) return `${formatNumber(mbps / 1e6)} Tbit/s`;
  if (mbps >= 1e3) return `${formatNumber(mbps / 1e3)} Gbit/s`;
  if (mbps >= 1) return `${formatNumber(mbps)} Mbit/s`;
  return `${formatNumber(mbps * 1e3)} kbit/s`;
}

/** Joules as J, mJ or µJ: "1.23 J", "45.6 mJ". */
export function formatJoules(joules: number): string {
  const size = Math.abs(joules);
  if (size === 0) return '0 mJ';
  if (size >= 1) return `${formatNumber(joules)} J`;
  if (size >= 1e-4) return `${formatNumber(joules * 1e3)} mJ`;
  return `${formatNumber(joules * 1e6)} µJ`;
}

/** Watts as W or mW. */
export function formatWatts(watts: number): string {
  return Math.abs(watts) >= 1 || watts === 0 ? `${formatNumber(watts)} W` : `${formatNumber(watts * 1e3)} mW`;
}

/** "12.3 %" of a ratio. */
export function formatPercent(ratio: number): string {
  return `${formatNumber(ratio * 100)} %`;
}

/** Multiply-accumulates: "1.81 GMAC". */
export function formatMacs(macs: number): string {
  if (macs >= 1e9) return `${formatNumber(macs / 1e9)} GMAC`;
  if (macs >= 1e6) return `${formatNumber(macs / 1e6)} MMAC`;
  return `${formatNumber(macs)} MAC`;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count of things in running text: "one place", "two places", "12 places". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${smallNumbers[count] ?? formatWhole(count)} ${count === 1 ? singular : plural}`;
}

/** All digits of a whole number, grouped: "301,056". For formulas, where a rounded value would not add up. */
export function formatWhole(value: number): string {
  return formatNumber(Math.round(value), 17);
}
