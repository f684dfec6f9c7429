import { decodeUtf8 } from './utf8';

/** Thrown by `ByteReader`, caught by the decoders, never seen outside. */
export class BadBytes extends Error {}

/** Takes little-endian fields from untrusted bytes. Whatever is not there, or beyond its limit, throws `BadBytes`. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A view, not a copy. */
  bytes(count: number): Uint8Array {
    const start = this.#take(count);
    return this.#bytes.subarray(start, start + count);
  }

  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at);
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** A duration: finite and not negative. */
  seconds(): number {
    const value = this.#view.getFloat64(this.#take(8), true);
    if (!Number.isFinite(value) || value < 0) throw new BadBytes('a time that is none');
    return value;
  }

  /** Finite, and from `least` to `most`. */
  between(least: number, most: number, what: string): number {
    const value = this.#view.getFloat64(this.#take(8), true);
    if (!(value >= least && value <= most)) throw new BadBytes(`${what}: out of range`);
    return value;
  }

  /** A whole number (32 bits) no larger than `limit`. */
  upTo(limit: number, what: string): number {
    const value = this.u32();
    if (value > limit) throw new BadBytes(`${what}: ${value} is more than ${limit}`);
    return value;
  }

  /** One of `choices`, by its place in the list (8 bits). */
  oneOf<T>(choices: readonly T[], what: string): T {
    const choice = choices[this.u8()];
    if (choice === undefined) throw new BadBytes(`${what}: unknown`);
    return choice;
  }

  text(limit: number, what: string): string {
    const length = this.u16();
    if (length > limit) throw new BadBytes(`${what}: ${length} bytes are more than ${limit}`);
    const text = decodeUtf8(this.bytes(length));
    if (text === null) throw new BadBytes(`${what}: not UTF-8`);
    return text;
  }

  /** The frame ends here. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new BadBytes('bytes after the end');
  }

  #take(count: number): number {
    const start = this.#at;
    if (start + count > this.#bytes.length) throw new BadBytes('cut short');
    this.#at = start + count;
    return start;
  }
}
