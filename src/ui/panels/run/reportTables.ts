/** A report as rows for charts and tables: what is drawn and what is saved are the same numbers. */
import type { NodeId } from '../../../core/network/types';
import { countsForHeadline, relativeError } from '../../../core/split/splitStatistics';
import { transfersOf } from '../../../core/split/executionPlan';
import type { Cell } from '../../../core/split/types';
import type { ChartTable } from '../../charts/chartTable';
import type { Names } from '../../errors/names';
import type { NodeColour } from '../../nodeColours';
import type { ErrorPoint } from './errorChartLayout';
import type { PartsRow } from './partsChartLayout';
import { cellName, handlingName, stageName } from './runWords';

/** Parts and transfers in order, then what lies between them, then the total. */
export function cellRows(
  cell: Cell,
  names: Names,
  colours: ReadonlyMap<NodeId, NodeColour>,
): readonly PartsRow[] {
  const { plan, predicted, stages, handling, total } = cell;
  const rows = plan.stages.map((stage, k): PartsRow => {
    const prediction = predicted.stages[k]!;
    return {
      id: String(k),
      kind: stage.kind,
      name: stageName(stage, names),
      colour: stage.kind === 'part' ? (colours.get(stage.node) ?? 'other') : 'other',
      scaled: prediction.kind === 'part' && prediction.factor !== 1,
      predictedS: prediction.seconds,
      executedS: stages[k]!.seconds,
      intervalS: stages[k]!.intervalS,
    };
  });
  return [
    ...rows,
    {
      id: 'handling',
      kind: 'handling',
      name: handlingName,
      colour: 'other',
      scaled: false,
      predictedS: predicted.handlingS,
      executedS: handling.seconds,
      intervalS: handling.intervalS,
    },
    {
      id: 'total',
      kind: 'total',
      name: 'Total',
      colour: 'other',
      scaled: rows.some(({ scaled }) => scaled),
      predictedS: predicted.totalS,
      executedS: total.seconds,
      intervalS: total.intervalS,
    },
  ];
}

export function partsTable(rows: readonly PartsRow[], scaled: boolean): ChartTable {
  const executed = scaled ? 'executed, scaled' : 'executed';
  return {
    columns: [
      { name: 'what' },
      { name: 'predicted (ms)' },
      { name: `${executed} (ms)` },
      { name: '95 % from (ms)' },
      { name: '95 % to (ms)' },
      { name: 'error (%)' },
    ],
    rows: rows.map(({ name, predictedS, executedS, intervalS }) => [
      name,
      predictedS * 1e3,
      executedS * 1e3,
      intervalS[0] * 1e3,
      intervalS[1] * 1e3,
      executedS > 0 ? (predictedS / executedS - 1) * 100 : null,
    ]),
  };
}

export function errorPoints(cells: readonly Cell[]): readonly ErrorPoint[] {
  return cells.flatMap((cell): ErrorPoint[] => {
    const { key, predicted, compute, total } = cell;
    const counts = countsForHeadline(cell);
    return [
      {
        id: key,
        name: cellName(cell),
        quantity: 'compute',
        predictedS: predicted.computeS,
        executedS: compute.seconds,
        counts,
      },
      {
        id: key,
        name: cellName(cell),
        quantity: 'total',
        predictedS: predicted.totalS,
        executedS: total.seconds,
        counts,
      },
    ];
  });
}

export function cellTable(cells: readonly Cell[], scaled: boolean): ChartTable {
  const executed = scaled ? 'executed, scaled' : 'executed';
  return {
    columns: [
      { name: 'cut after block' },
      { name: 'capacity factor' },
      { name: 'runs' },
      { name: 'compute predicted (ms)' },
      { name: `compute ${executed} (ms)` },
      { name: 'compute error (%)' },
      { name: 'transfer predicted (ms)' },
      { name: 'transfer executed (ms)' },
      { name: `${handlingName.toLowerCase()} predicted (ms)` },
      { name: `${handlingName.toLowerCase()} executed (ms)` },
      { name: 'total predicted (ms)' },
      { name: `total ${executed} (ms)` },
      { name: 'total error (%)' },
      { name: 'bytes predicted' },
      { name: 'bytes sent' },
      { name: 'counts' },
      { name: 'compute predicted at pace 1 (ms)' },
      { name: 'pace' },
    ],
    rows: cells.map((cell) => {
      const { predicted, compute, transfer, handling, total, plan } = cell;
      return [
        cell.cuts.join(' '),
        cell.bandwidth,
        cell.runs,
        predicted.computeS * 1e3,
        compute.seconds * 1e3,
        relativeError(predicted.computeS, compute) * 100,
        predicted.transferS * 1e3,
        transfer.seconds * 1e3,
        predicted.handlingS * 1e3,
        handling.seconds * 1e3,
        predicted.totalS * 1e3,
        total.seconds * 1e3,
        relativeError(predicted.totalS, total) * 100,
        transfersOf(plan).reduce((sum, { bytes }) => sum + bytes, 0),
        cell.sentBytes.reduce((sum, bytes) => sum + bytes, 0),
        countsForHeadline(cell) ? 'yes' : 'no',
        cell.unpacedComputeS * 1e3,
        cell.pace,
      ];
    }),
  };
}
