/** Which characters a document may hold, and how typed or pasted text is made to fit. */
import { limits } from './limits';

/** Never visible: lone surrogates, line and paragraph separators, direction overrides. Controls come on top. */
const invisible = '\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';
export const oneLinePattern = new RegExp(`^[^\\p{Cc}${invisible}]*$`, 'u');
export const manyLinesPattern = new RegExp(`^(?:[^\\p{Cc}${invisible}]|[\\n\\r\\t])*$`, 'u');

const unprintable = new RegExp(`[\\p{Cc}${invisible}]`, 'gu');
const unprintableInNotes = new RegExp(`(?![\\n\\r\\t])[\\p{Cc}${invisible}]`, 'gu');

/** At most `max` UTF-16 units, never half a surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}

/** A legal name from what somebody typed; '' when nothing visible is left. */
export function cleanName(text: string): string {
  return cut(text.replace(unprintable, ' ').trim(), limits.nameLength).trim();
}

export function cleanNotes(text: string): string {
  return cut(text.replace(unprintableInNotes, ' '), limits.notesLength);
}
