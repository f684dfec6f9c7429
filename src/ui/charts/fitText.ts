/** Width of a text before it is drawn: layouts are pure and cannot measure. Errs on the wide side (a wide sans-serif). */
export function textWidth(text: string, textPx: number): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter);
  return ems * textPx;
}

/** The text, shortened with an ellipsis so that it fits; empty when not even two letters would. */
export function fitText(text: string, widthPx: number, textPx: number): string {
  if (textWidth(text, textPx) <= widthPx) return text;
  const letters = Array.from(text);
  while (letters.length > 2) {
    letters.pop();
    const shorter = `${letters.join('').trimEnd()}…`;
    if (textWidth(shorter, textPx) <= widthPx) return shorter;
  }
  return '';
}

function letterWidth(letter: string): number {
  if (/[\s.,:;'|ijltfr]/u.test(letter)) return 0.38;
  if (/[A-ZmwMW%…→]/u.test(letter)) return 0.82;
  return /[\u0020-\u024f–]/u.test(letter) ? 0.63 : 1;
}
