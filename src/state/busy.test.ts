import { describe, expect, it } from 'vitest';
import type { RunnableWorkload } from '../core/scenario/types';
import { openingScenario } from '../core/scenario/presets/opening';
import { type Busy, busyWith } from './busy';
import { profileCommands } from './viewCommands';
import { splitCommands } from './splitCommands';
import { createAppStore } from './createAppStore';
import { createFakeServices, settled } from './testing/fakeServices';

const workload = openingScenario.workload as RunnableWorkload;

/** The page as it is while something runs. */
async function whileBusy(busy: Busy | null) {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const state = () => store.getState();
  await settled();
  if (busy === 'profiling') store.setState({ profiling: { status: 'running', modelName: 'm', runs: [] } });
  if (busy === 'split') {
    const run = {
      status: 'running',
      progress: { phase: 'measuring', fraction: 0.5 },
      report: null,
    } as const;
    store.setState({ splitRun: { ...state().splitRun, run } });
  }
  if (busy === 'check') {
    const checking = {
      status: 'running',
      workload,
      shipped: 'fp32',
      progress: null,
      cuts: [],
    } as const;
    store.setState({ models: { ...state().models, checking } });
  }
  return state;
}

describe('two that take the time of runs', () => {
  it.each(['profiling', 'split', 'check', null] as const)('tells that %s is on', async (busy) => {
    expect(busyWith((await whileBusy(busy))())).toBe(busy);
  });

  it.each(['split', 'check'] as const)('no measurement starts beside: %s', async (busy) => {
    const state = await whileBusy(busy);
    await state().startProfiling();
    expect(state().profiling.status).toBe('idle');
    expect(profileCommands['start-profiling'].isEnabled(state())).toBe(false);
  });

  it.each(['profiling', 'check'] as const)('no split runs beside: %s', async (busy) => {
    const state = await whileBusy(busy);
    await state().runSplit();
    expect(state().splitRun.run.status).toBe('idle');
    expect(splitCommands['run-split'].isEnabled(state())).toBe(false);
  });

  it.each(['profiling', 'split'] as const)('no cut is checked beside: %s', async (busy) => {
    const state = await whileBusy(busy);
    await state().checkCuts('all', 'fp32');
    expect(state().models.checking.status).toBe('idle');
  });

  it('leaves all of them free otherwise', async () => {
    const state = await whileBusy(null);
    expect(profileCommands['start-profiling'].isEnabled(state())).toBe(true);
    void state().startProfiling();
    expect(busyWith(state())).toBe('profiling');
    state().cancelProfiling();
    expect(busyWith(state())).toBeNull();
  });
});
