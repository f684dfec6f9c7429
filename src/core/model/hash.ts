/** FNV-1a over UTF-16 code units, 32 bits: names things apart and seeds streams, protects nothing. */
export function hash32(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

/** The same as 8 hexadecimal digits. */
export function hashHex(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}
