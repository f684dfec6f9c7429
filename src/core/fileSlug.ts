import { cut } from './scenario/text';

/** Of three bytes each, as Chinese letters have, they fit into the 255 bytes of a file name with room for an ending. */
const mostCharacters = 60;

/**
 * A name as part of a file name: lower case letters and digits of any script, the rest as single dashes; `otherwise` where
 * nothing is left. That it was the name of a model's file does not show.
 */
export function fileSlug(name: string, otherwise = 'model'): string {
  const slug = name
    .replace(/\.onnx$/i, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-');
  return cut(slug.replace(/^-/, ''), mostCharacters).replace(/-$/, '') || otherwise;
}
