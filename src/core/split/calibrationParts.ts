/** Parts that do next to nothing, so that what running a part costs beside its blocks can be measured. */
import { intTensor, modelBytes, node } from '../onnx/onnxMessages';
import { elementBytes } from '../model/imported/types';
import type { WireTensor } from '../wire/wireTensor';

/** 'take' reads n numbers and makes one; 'make' reads one and makes n; 'both' makes n inside and gives one away. */
export type CalibrationKind = 'take' | 'make' | 'both';

export interface CalibrationPart {
  readonly kind: CalibrationKind;
  readonly elements: number;
  readonly model: Uint8Array<ArrayBuffer>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Elements of the float32 tensors that go through: 64 kB, 400 kB and 1.6 MB, as features have. */
export const calibrationSizes: readonly number[] = [16_000, 100_000, 400_000];

/** The smallest first: it gives the fixed costs. */
export function calibrationParts(): readonly CalibrationPart[] {
  return [
    calibrationPart('take', 1),
    ...calibrationSizes.flatMap((elements) =>
      (['take', 'make', 'both'] as const).map((kind) => calibrationPart(kind, elements)),
    ),
  ];
}

function calibrationPart(kind: CalibrationKind, elements: number): CalibrationPart {
  const reads = kind === 'take' ? elements : 1;
  const makes = kind === 'make' ? elements : 1;
  const steps = [
    // Of a number that only a run knows, so that nothing is folded away when the session is made.
    node({ name: 'grow', opType: 'Expand', inputs: ['x', 'size'], output: kind === 'make' ? 'y' : 'grown' }),
    node({
      name: 'first',
      opType: 'Slice',
      inputs: [kind === 'take' ? 'x' : 'grown', 'start', 'end'],
      output: 'y',
    }),
  ];
  const used = { take: steps.slice(1), make: steps.slice(0, 1), both: steps }[kind];
  const constants = [intTensor('size', [elements]), intTensor('start', [0]), intTensor('end', [1])];
  const needed = new Set(used.flatMap(({ input }) => input));
  return {
    kind,
    elements,
    inputs: ['x'],
    outputs: ['y'],
    model: modelBytes({
      name: `${kind}-${elements}`,
      nodes: used,
      initializers: constants.filter(({ name }) => needed.has(name)),
      input: { name: 'x', shape: [reads] },
      output: { name: 'y', shape: [makes] },
    }),
  };
}

/** A fresh input of a calibration part: its buffer is handed over with every run. */
export function calibrationInput({ kind, elements }: CalibrationPart): WireTensor {
  return numbers('x', kind === 'take' ? elements : 1);
}

/** A tensor of so many float32 numbers, none of them denormal. */
export function numbers(name: string, elements: number): WireTensor {
  const values = new Float32Array(elements).fill(0.5);
  return {
    name,
    type: 'float32',
    shape: [elements],
    data: new Uint8Array(values.buffer, 0, elements * elementBytes.float32),
  };
}
