import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { changeNode } from '../scenario/edits';
import { node } from '../scenario/testing/exampleScenario';
import type { TraceEvent } from '../profile/files/chromeTrace';
import { csvParts, runToCsv, runToTrace, traceParts } from './exportRun';
import { presetOf } from './testing/randomWorld';
import { smallRun } from './testing/smallRun';

const scenario = presetOf('opening');

describe('the table of a run', () => {
  const [comment, ...lines] = runToCsv(smallRun, scenario).split('\r\n');
  const rows = csvParseRows(lines.join('\n'));

  it('says that it is simulated', () => {
    expect(comment).toBe(
      '# Simulated, not measured: 2 s from seed 7; results abc. handover_ms: what handovers took of latency_ms.',
    );
  });

  it('has a row for each task with the units in the head', () => {
    expect(rows).toHaveLength(5);
    expect(rows[0]!.slice(0, 9)).toEqual([
      ...['task', 'start_s', 'serving_cell', 'x_m', 'y_m', 'snr_db', 'up_mbps', 'down_mbps'],
      'hindsight_latency_ms',
    ]);
    expect(rows[0]!.slice(9, 16)).toEqual([
      ...['cloud_only_latency_ms', 'cloud_only_handover_ms'],
      ...['cloud_only_expected_ms', 'cloud_only_regret_ms'],
      ...['cloud_only_ue_energy_mj', 'cloud_only_ue_edge_energy_mj', 'cloud_only_plan'],
    ]);
    expect(rows.every(({ length }) => length === rows[0]!.length)).toBe(true);
    expect(rows[1]).toEqual([
      ...['1', '0', 'gNB', '0', '0', '20', '5', '1', '500'],
      // What a made-up run paid has no parts that are known.
      ...['1000', '', '500', '500', '2000', '', 'Phone 1-3, Cloud 4-18'],
      ...['500', '', '250', '0', '1000', '', 'Phone 1-18'],
    ]);
  });

  it('says where the UE was and what the air gave when a task started', () => {
    expect(rows.slice(1).map((row) => row.slice(1, 8))).toEqual([
      ['0', 'gNB', '0', '0', '20', '5', '1'],
      ['0.5', 'gNB', '0.5', '0', '20', '5', '1'],
      ['1', 'gNB', '1', '0', '10', '0', '1'],
      ['1.5', '', '1.5', '0', '10', '', ''],
    ]);
  });

  it('has names without spaces or capitals', () => {
    expect(rows[0]!.every((name) => /^[a-z]+(_[a-z]+)*$/u.test(name))).toBe(true);
    expect(new Set(rows[0]).size).toBe(rows[0]!.length);
  });

  it('has nine digits of a time, and seven of what has no more', () => {
    const { tasks } = smallRun;
    const odd = {
      ...smallRun,
      xM: Float32Array.of(12.3, 12.3, 12.3),
      tasks: { ...tasks, hindsightS: Float64Array.of(0.0161234567891, 0.1 + 0.2, 1e-12, 0.5) },
    };
    const table = csvParseRows(runToCsv(odd, scenario).split('\r\n').slice(2).join('\n'));
    expect(table.slice(0, 3).map((row) => [row[3], row[8]])).toEqual([
      ['12.3', '16.1234568'],
      ['12.3', '300'],
      ['12.3', '1e-9'],
    ]);
  });

  it('leaves empty what there is not: an end, a plan, a cell', () => {
    expect(rows[3]!.slice(9, 16)).toEqual(['', '', '', '', '', '', '']);
    expect(rows[4]![2]).toBe('');
  });

  it('is no formula, whatever a node is called', () => {
    const named = changeNode(scenario, node('phone'), { name: '=1+1' });
    expect(runToCsv(smallRun, named)).toContain("'=1+1 1-18");
  });
});

it('is written in parts of some hundred tasks, however many there are', () => {
  const count = 450;
  const grown = (column: Float64Array) => Float64Array.from({ length: count }, (_, k) => column[k % 4]!);
  const { tasks } = smallRun;
  const run = {
    ...smallRun,
    tasks: {
      startS: grown(tasks.startS),
      hindsightS: grown(tasks.hindsightS),
      cell: new Int16Array(count),
      lanes: tasks.lanes.map((lane) => ({
        ...lane,
        latencyS: grown(lane.latencyS),
        expectedS: grown(lane.expectedS),
        ueEnergyJ: grown(lane.ueEnergyJ),
        edgeEnergyJ: grown(lane.edgeEnergyJ),
        plan: new Int32Array(count),
      })),
    },
  };
  const rowsOf = (text: string) => text.trim().split('\r\n').length;
  expect([...csvParts(run, scenario)].map(rowsOf)).toEqual([2, 200, 200, 50]);
  expect([...traceParts(run, scenario)].length).toBeGreaterThan((2 * count) / 200);
  expect(JSON.parse([...traceParts(run, scenario)].join(''))).toEqual(
    JSON.parse(JSON.stringify(runToTrace(run, scenario))),
  );
});

describe('the trace of a run', () => {
  const { traceEvents, otherData } = runToTrace(smallRun, scenario);
  const of = <P extends TraceEvent['ph']>(ph: P) =>
    traceEvents.filter((event): event is Extract<TraceEvent, { ph: P }> => event.ph === ph);
  const edges = (ph: 'b' | 'e') =>
    traceEvents.flatMap((event) => (event.ph === ph && 'id' in event ? [[event.id, event.ts]] : []));

  it('has a thread for each lane, the leading one first, and says that it is simulated', () => {
    const names = of('M').map(({ args }) => args['name']);
    expect(names).toEqual([`${scenario.name} (simulated)`, 'UE', 'Best split', 'All in the cloud']);
    expect(otherData['note']).toMatch(/^Simulated, not measured/);
  });

  it('has tasks that follow each other as slices, and those that overlap as pairs', () => {
    expect(of('X').map(({ ts, dur, tid }) => [ts, dur, tid])).toEqual(
      [0, 0.5, 1, 1.5].map((atS) => [atS * 1e6, 0.5e6, 2]),
    );
    expect(edges('b')).toEqual([
      [1, 0],
      [2, 0.5e6],
      [4, 1.5e6],
    ]);
    expect(edges('e')).toEqual([
      [1, 1e6],
      [2, 1.25e6],
      [4, 2e6],
    ]);
  });

  it('has what happened as moments, and a task without an end among them', () => {
    expect(of('i').map(({ name, ts }) => [name, ts / 1e6])).toEqual([
      ['No end', 1],
      ['Handover', 0.25],
      ['Split change', 0.5],
      ['Limit broken', 1],
      ['Out of range', 1.5],
    ]);
  });

  it('counts SNR and the capacity of arcs that carry something', () => {
    const counted = new Map(of('C').map(({ name }) => [name, of('C').filter((c) => c.name === name)]));
    expect([...counted.keys()]).toEqual(['SNR [dB]', 'Core to Cloud [Mbit/s]', 'Phone to gNB [Mbit/s]']);
    expect(counted.get('Phone to gNB [Mbit/s]')!.map(({ ts, args }) => [ts, args])).toEqual([
      [0, { value: 5 }],
      [1e6, { value: 0 }],
    ]);
  });

  it('is JSON without gaps', () => {
    const text = [...traceParts(smallRun, scenario)].join('');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(runToTrace(smallRun, scenario))));
    expect(text).not.toContain('null');
  });
});
