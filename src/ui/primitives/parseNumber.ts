import { err, ok, type Result } from '../../core/result';

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  /** Also allowed although it lies outside min and max: a link's capacity 0 means "down". */
  readonly or?: number;
  /** An empty field is allowed and means null. */
  readonly optional?: boolean;
  readonly unit?: string;
}

/**
 * Reads what a person types into a number field: "1,500", "1 500", "2.5e3", a decimal comma ("2,5"), an optional unit at
 * the end. The error is a sentence that names the limit.
 */
export function parseNumber(text: string, limits: NumberLimits): Result<number | null, string> {
  const cleaned = stripUnit(text.trim(), limits.unit);
  if (cleaned === '') return limits.optional === true ? ok(null) : err(`Enter a number${range(limits)}.`);
  const value = Number(normaliseSeparators(cleaned));
  if (!Number.isFinite(value))
    return err(`"${text.trim()}" is not a number. Enter a number${range(limits)}.`);
  if (value === limits.or) return ok(value);
  if (limits.whole === true && !Number.isInteger(value)) return err(`Enter a whole number${range(limits)}.`);
  if (value < limits.min || value > limits.max) return err(`Enter a number${range(limits)}.`);
  return ok(value);
}

/** The value as it is shown for editing: no thousands separators, every digit that matters. */
export function numberAsText(value: number | null): string {
  return value === null ? '' : String(value);
}

function stripUnit(text: string, unit: string | undefined): string {
  if (unit === undefined || unit === '' || !text.toLowerCase().endsWith(unit.toLowerCase())) return text;
  return text.slice(0, text.length - unit.length).trim();
}

/** "1,500" and "1 500" group thousands; a lone comma that does not group ("2,5") is a decimal comma. */
function normaliseSeparators(text: string): string {
  const compact = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '').replace(/^\u2212/, '-');
  if (/^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(compact)) return compact.replaceAll(',', '');
  if (/^[-+]?\d*,\d+$/.test(compact)) return compact.replace(',', '.');
  return compact;
}

function range({ min, max, or, unit }: NumberLimits): string {
  const suffix = unit === undefined || unit === '' ? '' : ` ${unit}`;
  const alternative = or === undefined ? '' : `${String(or)}, or `;
  const lower = Number.isFinite(min);
  const upper = Number.isFinite(max);
  if (lower && upper) return `: ${alternative}${plain(min)} to ${plain(max)}${suffix}`;
  if (lower) return `: ${alternative}at least ${plain(min)}${suffix}`;
  if (upper) return `: ${alternative}at most ${plain(max)}${suffix}`;
  return '';
}

const plain = (value: number) => value.toLocaleString('en-GB', { maximumSignificantDigits: 6 });
