/** Bytes that come in chunks, gathered into the pieces they were announced as. */

export interface Assembly {
  /** Copies a chunk in; false when more bytes have come than were announced. */
  add(data: Uint8Array): boolean;
  readonly isComplete: boolean;
  /** The pieces, once complete. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** `sizes` [B] must have been checked against the limits: all memory is taken at once. */
export function createAssembly(sizes: readonly number[]): Assembly {
  const pieces = sizes.map((size) => new Uint8Array(size));
  let piece = 0;
  let at = 0;
  const skipFull = (): void => {
    while (piece < pieces.length && at === pieces[piece]!.length) {
      piece += 1;
      at = 0;
    }
  };
  skipFull();
  return {
    add: (data) => {
      let from = 0;
      while (from < data.length) {
        const target = pieces[piece];
        if (target === undefined) return false;
        const count = Math.min(target.length - at, data.length - from);
        target.set(data.subarray(from, from + count), at);
        from += count;
        at += count;
        skipFull();
      }
      return true;
    },
    get isComplete() {
      return piece === pieces.length;
    },
    pieces,
  };
}

/** The pieces' bytes in order, in chunks of at most `chunkBytes`, as views. */
export function* chunksOf(pieces: readonly Uint8Array[], chunkBytes: number): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += chunkBytes) yield piece.subarray(from, from + chunkBytes);
  }
}
