/** Numbers and signs of the figures, written in one way on the page, in the reports and in what the verdicts say. */

/** Smaller than any figure here: what rounding leaves where there is nothing. */
const nothing = 1e-9;

/**
 * Three significant figures with their zeros, without an exponent, in groups of three, with a true minus: "0.0412", "45.0", "2,660",
 * "−0.184". A whole number with all its digits: "32,824". "none" where there is none.
 */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  const size = Math.abs(value);
  if (size < nothing) return '0';
  const text = Number.isInteger(size) ? String(size) : threeFigures(size);
  return `${value < 0 ? '−' : ''}${grouped(text)}`;
}

function threeFigures(size: number): string {
  const text = size.toPrecision(3);
  if (!text.includes('e')) return text;
  return size >= 1 ? String(Number(text)) : size.toFixed(2 - Number(text.split('e')[1]));
}

function grouped(text: string): string {
  const [whole, part] = text.split('.');
  const groups = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? groups : `${groups}.${part}`;
}

/** Signs of the texts, and what stands for them in files that programs read. */
const plainSigns: Readonly<Record<string, string>> = {
  '×': 'x',
  '½': '1/2',
  '²': '^2',
  '≤': '<=',
  '≥': '>=',
  '−': '-',
  '–': '-',
  '’': "'",
  '“': '"',
  '”': '"',
};

/** In ASCII, for CSV and JSON. */
export function inAscii(text: string): string {
  return text.replace(/[×½²≤≥−–’“”]/g, (sign) => plainSigns[sign]!);
}
