/**
 * SHA-256 over everything that a run found: the same scenario and seed give the same hash in every engine. Numbers are written
 * little-endian whatever the machine is, and every NaN alike (engines may choose its bits).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { SimulationEvent, SimulationRun } from './types';

type Numbers = ArrayLike<number>;
type Width = 'float64' | 'float32' | 'int32';

const bytesOf: Readonly<Record<Width, number>> = { float64: 8, float32: 4, int32: 4 };
/** Numbers written at a time. */
const chunk = 8192;

/** Hexadecimal digits; a run's own hash is not looked at. */
export function hashRun(run: Omit<SimulationRun, 'hash'>): string {
  const writer = createWriter();
  writer.text('splitscape-simulation-1');
  writer.numbers('float64', [run.durationS, run.seed, run.stepS, run.capacityStepS, run.endedEarlyS ?? -1]);
  writer.numbers('int32', [run.eventsLeftOut, run.hindsightBounds]);
  writer.numbers('float64', run.tasks.startS);
  writer.numbers('int32', run.tasks.cell);
  writer.numbers('float64', run.tasks.hindsightS);
  for (const { lane, latencyS, expectedS, ueEnergyJ, edgeEnergyJ, plan } of run.tasks.lanes) {
    writer.text(lane);
    for (const column of [latencyS, expectedS, ueEnergyJ, edgeEnergyJ]) writer.numbers('float64', column);
    writer.numbers('int32', plan);
  }
  for (const { nodes, boundaries, transfers } of run.plans) {
    writer.texts(nodes);
    writer.numbers('int32', boundaries);
    writer.numbers(
      'int32',
      transfers.flatMap(({ arc, boundary }) => [arc, boundary]),
    );
  }
  for (const event of run.events) writeEvent(writer, event);
  writer.texts(run.cells);
  for (const series of [run.xM, run.yM, run.snrDb, ...run.capacityMbps]) writer.numbers('float32', series);
  for (const series of [run.cell, ...run.activeUes]) writer.numbers('int32', series);
  return writer.digest();
}

function writeEvent(writer: Writer, event: SimulationEvent): void {
  writer.text(event.kind);
  switch (event.kind) {
    case 'handover':
      writer.numbers('float64', [event.atS]);
      writer.texts([event.from, event.to]);
      break;
    case 'split-change':
      writer.text(event.lane);
      writer.numbers('float64', [event.atS, event.from, event.to]);
      break;
    case 'limit-broken':
      writer.text(event.lane);
      writer.numbers('float64', [event.atS, event.latencyS]);
      break;
    case 'out-of-range':
      writer.numbers('float64', [event.atS, event.untilS]);
      break;
  }
}

interface Writer {
  /** Their count comes first, so that nothing runs into its neighbour. */
  numbers(width: Width, values: Numbers): void;
  text(text: string): void;
  texts(texts: readonly string[]): void;
  digest(): string;
}

function createWriter(): Writer {
  const hash = sha256.create();
  const view = new DataView(new ArrayBuffer(8 * chunk));
  const write: Readonly<Record<Width, (at: number, value: number) => void>> = {
    float64: (at, value) => {
      if (Number.isNaN(value)) view.setBigUint64(at, 0x7ff8000000000000n, true);
      else view.setFloat64(at, value, true);
    },
    float32: (at, value) => {
      if (Number.isNaN(value)) view.setUint32(at, 0x7fc00000, true);
      else view.setFloat32(at, value, true);
    },
    int32: (at, value) => view.setInt32(at, value, true),
  };
  const numbers = (width: Width, values: Numbers): void => {
    view.setUint32(0, values.length, true);
    hash.update(new Uint8Array(view.buffer, 0, 4));
    const size = bytesOf[width];
    for (let from = 0; from < values.length; from += chunk) {
      const count = Math.min(chunk, values.length - from);
      for (let k = 0; k < count; k++) write[width](k * size, values[from + k]!);
      hash.update(new Uint8Array(view.buffer, 0, count * size));
    }
  };
  const text = (value: string): void =>
    numbers(
      'int32',
      Array.from({ length: value.length }, (_, k) => value.charCodeAt(k)),
    );
  return {
    numbers,
    text,
    texts: (texts) => {
      numbers('int32', [texts.length]);
      for (const value of texts) text(value);
    },
    digest: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
