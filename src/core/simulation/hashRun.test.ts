import { describe, expect, it } from 'vitest';
import { hashRun } from './hashRun';
import { goldenRuns } from './testing/goldenRuns';
import { smallRun } from './testing/smallRun';
import type { SimulationRun } from './types';

describe('the hash of a run', () => {
  it('depends on everything that was found', () => {
    const task = smallRun.tasks;
    const [cloud, best] = task.lanes;
    const others: Partial<SimulationRun>[] = [
      { seed: 8 },
      { durationS: 3 },
      { endedEarlyS: 1 },
      { eventsLeftOut: 1 },
      { hindsightBounds: 1 },
      { tasks: { ...task, startS: Float64Array.of(0, 0.5, 1, 1.5 + 2 ** -50) } },
      { tasks: { ...task, cell: Int16Array.of(0, 0, 0, 0) } },
      { tasks: { ...task, hindsightS: Float64Array.of(0.5, 0.5, 0.25, Infinity) } },
      { tasks: { ...task, lanes: [best!, cloud!] } },
      { tasks: { ...task, lanes: [cloud!, { ...best!, plan: Int32Array.of(0, 1, 1, 1) }] } },
      { tasks: { ...task, lanes: [cloud!, { ...best!, edgeEnergyJ: new Float64Array(4) }] } },
      { plans: smallRun.plans.slice(0, 1) },
      { plans: smallRun.plans.toReversed() },
      { events: smallRun.events.slice(1) },
      { events: smallRun.events.map((event) => ({ ...event, atS: 0 })) },
      { snrDb: Float32Array.of(20, 10, NaN) },
      { capacityMbps: smallRun.capacityMbps.toReversed() },
      { activeUes: [Uint32Array.of(3, 4, 6)] },
    ];
    const hashes = others.map((patch) => hashRun({ ...smallRun, ...patch }));
    expect(new Set([hashRun(smallRun), ...hashes]).size).toBe(others.length + 1);
  });

  it('does not see which bits a NaN has', () => {
    const odd = new Float64Array(4);
    const bits = new DataView(odd.buffer);
    for (let k = 0; k < 4; k++) bits.setBigUint64(8 * k, 0xfff8000000000001n, true);
    expect(odd[0]).toBeNaN();
    const [cloud, best] = smallRun.tasks.lanes;
    const tasks = { ...smallRun.tasks, lanes: [cloud!, { ...best!, edgeEnergyJ: odd }] };
    expect(hashRun({ ...smallRun, tasks })).toBe(hashRun(smallRun));
  });

  it.each(goldenRuns)('of $name is that of every engine', ({ run, hash }) => {
    expect(run().hash).toBe(hash);
  });
});
