import { fitText, textWidth } from '../../../charts/fitText';

const usualLines = 3;

/** In lines that fit, at most three; what still does not is shortened. */
export function wrapWords(
  text: string,
  widthPx: number,
  textPx: number,
  mostLines = usualLines,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    const fits = lines.length > 0 && textWidth(longer, textPx) <= widthPx;
    if (fits || lines.length === mostLines) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, widthPx, textPx));
}
