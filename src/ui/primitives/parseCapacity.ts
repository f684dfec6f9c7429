import { err, type Result } from '../../core/result';
import { parseNumber, type NumberLimits } from './parseNumber';

/** Mbit/s per unit. Bits only: "MB/s" is eight times as much, and is refused rather than guessed. */
const units: ReadonlyMap<string, number> = new Map([
  ['', 1e-6],
  ['k', 1e-3],
  ['m', 1],
  ['g', 1e3],
  ['t', 1e6],
]);
const withUnit = /^(.*?[\d.])\s*(?:([kmgt])(?:bit\/s|bits\/s|bps|b\/s|bit)?|(bit\/s|bits\/s|bps|b\/s))$/i;

/**
 * Reads a capacity in Mbit/s: "1 Gbit/s", "250 kbit/s", "2.5G", "40 Mbps", "down", or a bare number. A comma is refused
 * where it could be a decimal point, because "1,5" read as 15 or 1.5 is a factor of ten.
 */
export function parseCapacity(text: string, limits: NumberLimits): Result<number | null, string> {
  const trimmed = text.trim();
  if (/^(down|off)$/i.test(trimmed)) return parseNumber('0', limits);
  if (/\d\s*[kmgtKMGT]?B\/s$/.test(trimmed))
    return err(`"${trimmed}" is in bytes. Enter bits per second: 1 MB/s is 8 Mbit/s.`);
  const match = withUnit.exec(trimmed);
  const figure = match === null ? trimmed : match[1]!;
  if (/,\d{1,2}(\D|$)|,\d{4,}/.test(figure))
    return err(`"${trimmed}": write decimals with a point, as in 1.5. Commas only group thousands.`);
  const factor = match === null ? 1 : units.get((match[2] ?? '').toLowerCase())!;
  if (factor === 1) return parseNumber(figure, limits);
  const parsed = parseNumber(figure, { min: -Infinity, max: Infinity });
  if (!parsed.ok || parsed.value === null) return parseNumber(trimmed, limits);
  // Twelve figures: no rounding of the factor is seen.
  return parseNumber(String(Number((parsed.value * factor).toPrecision(12))), limits);
}
