import { describe, expect, it } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/opening';
import { markOf } from '../../../state/measuredHere';
import type { PartsRow } from './partsChartLayout';
import { cellTable } from './reportTables';
import {
  cellSummary,
  culpritText,
  cutsText,
  placeText,
  predictorText,
  provenanceText,
  sentText,
  summaryText,
  threadsText,
} from './runWords';
import { cellAt, measuredPhone, mec, oneCutPlan, reportOf } from './testing/reports';

describe('words of a run', () => {
  it('names cuts', () => {
    expect(cutsText([])).toBe('no cut');
    expect(cutsText([12, 40])).toBe('cut after block 12 and block 40');
  });

  it('names what makes most of a difference, and nothing where the prediction is near or nothing stands out', () => {
    const row = (kind: PartsRow['kind'], name: string, predictedS: number, executedS: number): PartsRow => ({
      id: name,
      kind,
      name,
      colour: 'other',
      scaled: false,
      predictedS,
      executedS,
      intervalS: [executedS, executedS],
    });
    const late = row('handling', 'Messages and encoding', 0.001, 0.012);
    expect(culpritText([row('part', 'Phone', 0.002, 0.003), late, row('total', 'Total', 0.003, 0.015)])).toBe(
      'Most of the difference: Messages and encoding, predicted 1 ms, executed 12 ms.',
    );
    expect(culpritText([late, row('total', 'Total', 0.1, 0.111)])).toBeNull();
    const even = [1, 2, 3].map((k) => row('part', `Part ${k}`, 0.001, 0.002));
    expect(culpritText([...even, row('total', 'Total', 0.003, 0.006)])).toBeNull();
    // A part that is faster than predicted explains none of a total that is slower.
    expect(
      culpritText([row('part', 'Phone', 0.009, 0.001), late, row('total', 'Total', 0.01, 0.013)]),
    ).toContain('Messages and encoding');
  });

  it('has no figure for the error where the link takes most of every cell', () => {
    const none = { cells: 3, counted: 0, pace: [1, 1], compute: null, total: null } as const;
    expect(summaryText(none, false)).toContain('exact by construction');
    expect(summaryText(none, false)).toContain('no figure');
    expect(summaryText(none, true)).not.toContain('exact by construction');
    expect(summaryText(none, true)).toContain('how far the real link is from the drawn one');
  });

  it('says over which cells an error is, and at which pace it was predicted', () => {
    const some = {
      cells: 10,
      counted: 4,
      compute: { median: 0.02, p90: 0.05 },
      total: { median: 0.03, p90: 0.06 },
    };
    const text = summaryText({ ...some, pace: [1, 1] }, false);
    expect(text).toContain('4 of 10 cells');
    expect(text).toContain('3 % (median) and 6 % (p90)');
    expect(text).not.toContain('pace');
    expect(summaryText({ ...some, pace: [1.071, 1.0712] }, false)).toContain('(at today’s pace, × 1.07)');
    expect(summaryText({ ...some, pace: [0.98, 1.07] }, false)).toContain(
      '(at today’s pace, × 0.98 to × 1.07)',
    );
  });

  it('has no interval of fewer runs than one can be had from', () => {
    const { options } = reportOf();
    expect(cellSummary({ ...cellAt(1), runs: 2 }, options)).toContain('median of 2 runs, too few');
    expect(cellSummary({ ...cellAt(1), runs: 3 }, options)).toContain('95 % of the median of 3 runs');
  });
});

describe('what ran the parts', () => {
  const gpu = { profile: measuredPhone, isMeasuredHere: true, backend: 'webgpu', threads: 1 } as const;

  it('is called by its name, on the GPU as on the CPU', () => {
    expect(placeText(false, gpu)).toBe('a worker of this page, WebGPU');
    expect(placeText(false, { backend: 'wasm', threads: 4 })).toBe(
      'a worker of this page, WebAssembly, 4 threads',
    );
    expect(predictorText({ predictor: gpu })).toContain('measured here with WebGPU');
    expect(provenanceText(reportOf({ backend: 'webgpu' }), [])).toContain('measured here with WebGPU');
  });

  it('is told where it had other threads than were asked for', () => {
    const alike = { asked: 4, given: 4 };
    expect(threadsText(reportOf({ pageThreads: alike, edgeThreads: alike }))).toBeNull();
    expect(threadsText(reportOf({ pageThreads: alike, edgeThreads: { asked: 4, given: 2 } }))).toBe(
      'The edge server ran with 2 threads, not with the 4 that the prediction is of.',
    );
  });
});

describe('provenance with an edge server', () => {
  const { options } = reportOf();
  const served = { ...options, edgeNode: mec.id };

  it('is all from here without one', () => {
    const text = provenanceText(reportOf(), []);
    expect(text).toContain('Executed times are measured here');
    expect(text).toContain('Links are shaped in software');
    expect(text).not.toContain('edge server');
  });

  it('tells what ran over there, and what that was predicted from', () => {
    const text = provenanceText(reportOf({ options: served }), [markOf(measuredPhone)]);
    expect(text).toContain('Executed times of the other parts are measured here');
    expect(text).toContain(
      'What MEC host computes ran on the edge server: measured there, not scaled, and predicted from NVIDIA Jetson Nano, modelled.',
    );
    expect(text).toContain('The link to the edge server is the real one');
    expect(text).not.toContain('shaped in software');
  });

  it('scales the parts of this page alone', () => {
    const text = provenanceText(reportOf({ options: { ...served, speed: 'node' } }), []);
    expect(text).toContain('Executed times of the other parts are scaled');
  });

  it('says nothing of a server whose node has no part', () => {
    const other = openingScenario.nodes.find(({ name }) => name === 'Cloud')!;
    const text = provenanceText(reportOf({ options: { ...options, edgeNode: other.id } }), []);
    expect(text).not.toContain('edge server');
  });
});

describe('what leaves this device', () => {
  const prepared = { plans: [oneCutPlan], scenario: openingScenario };

  it('is nothing while parts run in workers of this page', () => {
    expect(sentText(prepared, null, 'laptop', [])).toBeNull();
    expect(sentText({ ...prepared, plans: [] }, mec.id, 'laptop', [])).toBeNull();
  });

  it('is a part with its weights, named with where they go, at every run', () => {
    expect(sentText(prepared, mec.id, 'laptop', [])).toBe(
      'Blocks 13–55 and their weights are sent to laptop, your edge server, at the start of every run. Times on MEC host are predicted from NVIDIA Jetson Nano, modelled.',
    );
    expect(sentText({ ...prepared, plans: [oneCutPlan, oneCutPlan] }, mec.id, null, [])).toContain(
      'At each cut the part on MEC host and its weights are sent to the edge server anew: in all blocks 13–55.',
    );
  });
});

describe('the table of cells', () => {
  it('ends with the pace, and has a name for every column', () => {
    const { columns, rows } = cellTable([cellAt(2)], false);
    const row = new Map(columns.map(({ name }, k) => [name, rows[0]![k]]));
    expect(columns.at(-1)!.name).toBe('pace');
    expect(row.size).toBe(rows[0]!.length);
    expect(row.get('pace')).toBe(1.07);
    expect(row.get('capacity factor')).toBe(2);
    expect(row.get('compute predicted at pace 1 (ms)')).toBe(2000);
    expect([...row.keys()]).toContain('messages and encoding executed (ms)');
  });
});
