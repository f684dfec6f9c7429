/** Columns of numbers that grow. */

type NumberArray = Float64Array | Int32Array | Int16Array;

export interface Column<T extends NumberArray> {
  push(value: number): void;
  /** The entries so far, in an array of their own. */
  toArray(): T;
}

export const floats = (): Column<Float64Array> => column((size) => new Float64Array(size));
export const integers = (): Column<Int32Array> => column((size) => new Int32Array(size));
export const shorts = (): Column<Int16Array> => column((size) => new Int16Array(size));

function column<T extends NumberArray>(create: (size: number) => T): Column<T> {
  let values: NumberArray = create(1024);
  let size = 0;
  return {
    push: (value) => {
      if (size === values.length) {
        const larger = create(2 * size);
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    },
    toArray: () => {
      const exact = create(size);
      exact.set(values.subarray(0, size));
      return exact;
    },
  };
}
