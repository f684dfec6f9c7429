import { inSlices, type Slices } from '../../charts/slices';

/** Characters of a piece of the file: pieces are handed to the browser while the next ones are written. */
const pieceLength = 250_000;

/** A file from parts that are written one at a time, so that the page stays at hand; null where it was cancelled. */
export function fileInSlices(
  parts: Iterable<string>,
  type: string,
  signal: AbortSignal,
): Promise<Blob | null> {
  return inSlices(pieces(parts, type), signal);
}

function* pieces(parts: Iterable<string>, type: string): Slices<Blob> {
  const written: Blob[] = [];
  let texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    texts.push(part);
    length += part.length;
    if (length >= pieceLength) {
      written.push(new Blob(texts));
      texts = [];
      length = 0;
    }
    yield;
  }
  return new Blob([...written, ...texts], { type });
}
