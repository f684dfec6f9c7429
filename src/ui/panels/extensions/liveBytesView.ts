/** What must cross a cut of the unrolled tagger, boundary by boundary: lines, a sentence and a table. */
import type { ChartTable } from '../../charts/chartTable';
import { formatBytes, formatCount, formatNumber, formatWhole } from '../../format';
import type { LinesData } from './linesChartLayout';

export interface LiveBytesView {
  readonly bytes: LinesData;
  readonly bytesSummary: string;
  readonly bytesTable: ChartTable;
  readonly describeBytes: (id: string) => { readonly title: string; readonly lines: readonly string[] };
}

const phases = ['between modules', 'after the embedding', 'after the GRU cell'] as const;

export function liveBytesView(boundaryBytes: readonly number[], modules: number): LiveBytesView {
  const series = phases.map((name, layer) => ({
    id: name,
    name,
    points: boundaryBytes.flatMap((bytes, k) =>
      k % phases.length === layer ? [{ x: Math.floor(k / phases.length), y: bytes }] : [],
    ),
  }));
  const middle = Math.floor(modules / 2) * phases.length;
  const picked = [...new Set([0, middle, middle + 1, middle + 2, boundaryBytes.length - 1])].filter(
    (k) => k < boundaryBytes.length,
  );
  const inner = boundaryBytes.slice(1, -1);
  return {
    bytes: {
      x: {
        kind: 'linear',
        name: 'whole modules done',
        format: (value) => formatNumber(value),
        min: 0,
        max: modules,
      },
      y: { kind: 'linear', name: 'live bytes', format: formatBytes },
      series,
      marks: picked.map((k) => ({
        id: String(k),
        x: Math.floor(k / phases.length),
        y: boundaryBytes[k]!,
      })),
      cursor: null,
    },
    bytesSummary: `What must cross a cut of the unrolled tagger: ${formatBytes(boundaryBytes[0]!)} before the first module, ${formatBytes(Math.min(...inner))} to ${formatBytes(Math.max(...inner))} on the way.`,
    bytesTable: {
      columns: ['blocks done', 'modules done', 'place', 'live bytes'].map((name) => ({ name })),
      rows: boundaryBytes.map((bytes, k) => [
        k,
        Math.floor(k / phases.length),
        phases[k % phases.length]!,
        bytes,
      ]),
    },
    describeBytes: (id) => {
      const k = Number(id);
      return {
        title: `After ${formatCount(k, 'block')}: ${formatWhole(boundaryBytes[k] ?? 0)} B`,
        lines: [
          `${phases[k % phases.length]!}, ${formatCount(Math.floor(k / phases.length), 'module')} done`,
        ],
      };
    },
  };
}
