import { describe, expect, it } from 'vitest';
import { handoverAt, taskTimes, transferTimes } from './paidParts';
import { paidSteps } from './paidTask';
import { simulateScenario } from './simulate';
import { presetOf, settingsWith } from './testing/randomWorld';
import { computeTable } from '../cost/computeTable';

/** The IAB tree with a drive past its first cells: tasks back to back through handovers. */
function driven(interruptionMs: number) {
  const preset = presetOf('hivemind-calibrated');
  const { mobility } = preset.simulation!;
  const usual = settingsWith({ durationS: 60 });
  const scenario = { ...preset, simulation: { ...usual, mobility: { ...mobility, interruptionMs } } };
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return { run: run.value, scenario };
}

describe('what a task’s time went on', () => {
  const { run, scenario } = driven(130);
  const { boundaryBytes } = computeTable(scenario);
  const handovers = run.events.filter(({ kind }) => kind === 'handover');

  it('adds up to its latency in every lane, and only near a handover is there any of it', () => {
    expect(handovers.length).toBeGreaterThan(0);
    let interrupted = 0;
    for (const log of run.tasks.lanes) {
      for (const [n, startS] of run.tasks.startS.entries()) {
        const plan = run.plans[log.plan[n]!];
        const latencyS = log.latencyS[n]!;
        if (plan === undefined || latencyS === Infinity) continue;
        const times = taskTimes(run, scenario, paidSteps(run, scenario, plan, startS), latencyS)!;
        expect(times).not.toBeNull();
        const isNear = handovers.some(({ atS }) => startS < atS + 0.2 && startS + latencyS > atS - 0.05);
        if (!isNear) expect(times.handoverS).toBe(0);
        if (times.handoverS > 0.001) interrupted += 1;
      }
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  it('has a mean rate between the least and the most that the arc carried on the way', () => {
    const log = run.tasks.lanes.at(-1)!;
    for (const [n, startS] of run.tasks.startS.entries()) {
      const plan = run.plans[log.plan[n]!];
      if (plan === undefined) continue;
      for (const step of paidSteps(run, scenario, plan, startS)) {
        if (step.kind === 'compute' || step.endS === Infinity) continue;
        const { handoverS, sendS } = transferTimes(run, scenario, step);
        if (handoverS > 0) continue;
        const mbps = (boundaryBytes[step.boundary]! * 8) / 1e6 / sendS;
        const series = run.capacityMbps[step.arc]!.slice(
          Math.floor(step.startS / run.capacityStepS),
          Math.ceil(step.endS / run.capacityStepS) + 1,
        );
        expect(mbps).toBeGreaterThanOrEqual(Math.min(...series) * 0.999);
        expect(mbps).toBeLessThanOrEqual(Math.max(...series) * 1.001);
      }
    }
  });

  it('of a transfer that never ends is a wait without an end', () => {
    const never = { kind: 'transfer', arc: 0, boundary: 0, startS: 1, endS: Infinity } as const;
    expect(transferTimes(run, scenario, never)).toMatchObject({ waitS: Infinity, sendS: 0 });
    expect(transferTimes(run, scenario, { ...never, startS: Infinity }).waitS).toBe(0);
  });

  it('is told with the handover while that interrupts, and no longer', () => {
    const { atS } = handovers[0]!;
    expect(handoverAt(run, scenario, atS)).toMatchObject({ kind: 'handover', atS, interruptionS: 0.13 });
    expect(handoverAt(run, scenario, atS + 0.12)).not.toBeNull();
    expect(handoverAt(run, scenario, atS - 0.01)).toBeNull();
    expect(handoverAt(run, scenario, atS + 0.2)).toBeNull();
  });

  it('has no handover in it where handovers take no time', () => {
    const smooth = driven(0);
    const { atS } = smooth.run.events.find(({ kind }) => kind === 'handover')!;
    const log = smooth.run.tasks.lanes.at(-1)!;
    const n = smooth.run.tasks.startS.findLastIndex((startS) => startS <= atS);
    const plan = smooth.run.plans[log.plan[n]!]!;
    const steps = paidSteps(smooth.run, smooth.scenario, plan, smooth.run.tasks.startS[n]!);
    expect(taskTimes(smooth.run, smooth.scenario, steps, log.latencyS[n]!)!.handoverS).toBe(0);
  });
});
