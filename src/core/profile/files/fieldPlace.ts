/** Where a field stands in a JSON text, so that an error can name the line. */

/**
 * The line (from 1) on which the value at `path` begins; null where there is no such field. The text must be JSON already.
 * O(length of the text), no recursion.
 */
export function lineOfField(text: string, path: readonly PropertyKey[]): number | null {
  let at = skipBlank(text, 0);
  for (const step of path) {
    const inside = typeof step === 'number' ? findItem(text, at, step) : findMember(text, at, String(step));
    if (inside === null) return null;
    at = inside;
  }
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

function findItem(text: string, at: number, index: number): number | null {
  if (text[at] !== '[') return null;
  let position = skipBlank(text, at + 1);
  for (let item = 0; text[position] !== ']' && position < text.length; item += 1) {
    if (item === index) return position;
    position = afterComma(text, skipValue(text, position));
  }
  return null;
}

function findMember(text: string, at: number, name: string): number | null {
  if (text[at] !== '{') return null;
  let found: number | null = null;
  let position = skipBlank(text, at + 1);
  while (text[position] === '"') {
    const end = skipString(text, position);
    const value = skipBlank(text, skipBlank(text, end) + 1);
    // Of two members of one name JSON.parse keeps the last.
    if (JSON.parse(text.slice(position, end)) === name) found = value;
    position = afterComma(text, skipValue(text, value));
  }
  return found;
}

function afterComma(text: string, at: number): number {
  const position = skipBlank(text, at);
  return text[position] === ',' ? skipBlank(text, position + 1) : position;
}

const blank = /[ \t\n\r]*/y;
const scalar = /[^,\]}\s]*/y;

const skipBlank = (text: string, at: number): number => skip(blank, text, at);

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(at, pattern.lastIndex);
}

function skipString(text: string, at: number): number {
  let position = at + 1;
  while (position < text.length && text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
  return position + 1;
}

function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at);
  if (text[at] !== '[' && text[at] !== '{') return skip(scalar, text, at);
  let depth = 0;
  for (let position = at; position < text.length;) {
    const character = text[position];
    if (character === '"') {
      position = skipString(text, position);
      continue;
    }
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    position += 1;
    if (depth === 0) return position;
  }
  return text.length;
}
