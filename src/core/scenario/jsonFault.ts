/** Where a text stops being JSON. Engines word and place their own error differently, some give no place at all. */
export interface TextPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

const whitespace = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const key = new RegExp(scalar.source.split('|-?')[0]!, 'uy');

/** The place of the first character that JSON (RFC 8259) does not allow; the end of the text when something is missing. */
export function findJsonFault(text: string): TextPlace {
  return placeOf(text, faultIndex(text));
}

/** A stack instead of recursion: a megabyte of "[" must not overflow. */
function faultIndex(text: string): number {
  const open: ('[' | '{')[] = [];
  let at = 0;
  /** What may come next. */
  let expect: 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' = 'value';
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    match(whitespace);
    const character = text.charAt(at);
    const closes = character === (open.at(-1) === '[' ? ']' : '}') && open.length > 0;
    if (expect === 'comma-or-close' && open.length === 0) return at;
    if (closes && expect.endsWith('close')) {
      open.pop();
      at += 1;
      expect = 'comma-or-close';
    } else if (expect === 'comma-or-close') {
      if (character !== ',') return at;
      at += 1;
      expect = open.at(-1) === '[' ? 'value' : 'key';
    } else if (expect === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expect = 'value';
    } else if (expect.startsWith('key')) {
      if (!match(key)) return at;
      expect = 'colon';
    } else if (character === '[' || character === '{') {
      open.push(character);
      at += 1;
      expect = character === '[' ? 'value-or-close' : 'key-or-close';
    } else {
      if (!match(scalar)) return at;
      expect = 'comma-or-close';
    }
  }
}

function placeOf(text: string, index: number): TextPlace {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - lineStart + 1 };
}
