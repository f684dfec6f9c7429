/**
 * Branded SI quantities. Bits against bytes and Mbit/s against MB/s is the bug this project would have:
 * convert once, here, at the edge, and let the brand carry it.
 */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]: U };

export type Seconds = Quantity<'s'>;
export type Bytes = Quantity<'B'>;
export type BitsPerSecond = Quantity<'bit/s'>;
/** Seconds that one byte occupies a link: 8 / capacity. Infinity when the link is down. */
export type SecondsPerByte = Quantity<'s/B'>;

export const milliseconds = (value: number): Seconds => (value / 1e3) as Seconds;
/** Decimal megabytes, as memory and storage are sold: 1 MB = 1e6 B. */
export const megabytes = (value: number): Bytes => (value * 1e6) as Bytes;
export const megabitsPerSecond = (value: number): BitsPerSecond => (value * 1e6) as BitsPerSecond;

/** Time of one byte on a link of this capacity [s/B]; Infinity for capacity 0. */
export function secondsPerByte(capacity: BitsPerSecond): SecondsPerByte {
  return (8 / capacity) as SecondsPerByte;
}
