/** Digits of a number that is only read. */
const digits = 4;

/** A number as its field shows it while nobody edits it: "86.04" for 86.0382…; whole numbers keep every digit. */
export function restingNumber(value: number | null): string {
  if (value === null) return '';
  if (Number.isInteger(value)) return String(value);
  const wholeDigits = String(Math.trunc(Math.abs(value))).length;
  return String(Number(value.toPrecision(Math.max(digits, wholeDigits))));
}
