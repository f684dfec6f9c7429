/** Exact counts beyond 2^53, as text. */

/** From here on digits are counted rather than read: "4.07 × 10⁷" beside the exact number. */
const readable = 10n ** 15n;

/** Every digit, grouped: "5,330,020". */
export function formatDigits(value: bigint): string {
  return value.toLocaleString('en-GB');
}

/** Every digit while one can read them; then three significant figures and a power of ten. */
export function formatBig(value: bigint): string {
  if (value < readable) return formatDigits(value);
  const digits = value.toString();
  let exponent = digits.length - 1;
  // Rounded in integers, because a number that long is more than a double holds.
  let lead = Number(digits.slice(0, 3)) + (digits[3]! >= '5' ? 1 : 0);
  if (lead === 1000) {
    lead = 100;
    exponent += 1;
  }
  return `${(lead / 100).toFixed(2)} × 10${superscript(exponent)}`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits: 17 becomes "¹⁷". */
export function superscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => superscripts[Number(digit)]!);
}

/** a / b to three significant figures, both exact. */
export function ratioOf(a: bigint, b: bigint): number {
  return Number((a * 1_000_000n) / b) / 1_000_000;
}
