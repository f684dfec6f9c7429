import { encodeUtf8 } from './utf8';

/** Puts little-endian fields one after the other. */
export class ByteWriter {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  bytes(data: Uint8Array): this {
    this.#pieces.push(data);
    this.#length += data.length;
    return this;
  }

  u8(value: number): this {
    return this.bytes(Uint8Array.of(value));
  }

  u16(value: number): this {
    return this.bytes(Uint8Array.of(value, value >>> 8));
  }

  u32(value: number): this {
    return this.bytes(Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24));
  }

  f64(value: number): this {
    const field = new Uint8Array(8);
    new DataView(field.buffer).setFloat64(0, value, true);
    return this.bytes(field);
  }

  /** Its length in UTF-8 bytes (16 bits), then the bytes; cut at a whole character where it is longer than `limit`. */
  text(value: string, limit: number): this {
    const encoded = encodeUtf8(value);
    let end = Math.min(encoded.length, limit);
    while (end > 0 && end < encoded.length && (encoded[end]! & 0xc0) === 0x80) end -= 1;
    return this.u16(end).bytes(encoded.subarray(0, end));
  }

  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
