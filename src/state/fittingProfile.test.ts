import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { changeWorkload } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload, Scenario } from '../core/scenario/types';
import { measuredInThisBrowser, measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { createFakeServices, settled } from './testing/fakeServices';

const workload = openingScenario.workload as CatalogueWorkload;

function setUp() {
  const store = createAppStore(createFakeServices().services);
  return { state: () => store.getState() };
}

describe('measured profiles and edits', () => {
  const small: CatalogueWorkload = { ...workload, inputPx: 96 };
  const big = measuredProfile('big', workload);
  const sourceIn = ({ nodes, sourceId }: Scenario) => nodes.find(({ id }) => id === sourceId)?.device;

  it('makes a profile the source’s device in one step, its modelled device behind it', () => {
    const { state } = setUp();
    const before = sourceIn(openingScenario);
    state().adoptProfile(big);
    expect(sourceIn(state().scenario)).toEqual({
      kind: 'measured',
      profileId: 'big',
      fallbackId: before?.kind === 'catalogue' ? before.id : null,
    });
    expect(state().scenario.profiles).toContainEqual(big);
    state().undo();
    expect(state().scenario).toBe(openingScenario);
    expect(state().canUndo).toBe(false);
  });

  it('adopts a measurement that this device already has, inside the edit that changes the model', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(...measuredInThisBrowser(measuredProfile('small', small)));
    const store = createAppStore(fake.services);
    await settled();
    store.getState().adoptProfile(big);
    store.getState().edit((scenario) => changeWorkload(scenario, small));
    expect(sourceIn(store.getState().scenario)).toMatchObject({ profileId: 'small' });
    store.getState().undo();
    expect(sourceIn(store.getState().scenario)).toMatchObject({ profileId: 'big' });
    expect(store.getState().scenario.workload).toEqual(workload);
  });

  it('prefers the newest measurements, among those a steady one, among those the fastest', async () => {
    const fake = createFakeServices();
    const date = '2026-05-01T00:00:00Z';
    fake.savedProfiles.push(
      ...measuredInThisBrowser(
        measuredProfile('old', small, { threads: 4, endToEndS: 0.001 }),
        measuredProfile('unsteady', small, { date, threads: 3, endToEndS: 0.01, steadiness: 'unstable' }),
        measuredProfile('slow', small, { date, threads: 2, endToEndS: 0.05 }),
        measuredProfile('right', small, { date, endToEndS: 0.02, steadiness: 'fair' }),
      ),
    );
    const store = createAppStore(fake.services);
    await settled();
    store.getState().adoptProfile(big);
    store.getState().edit((scenario) => changeWorkload(scenario, small));
    expect(sourceIn(store.getState().scenario)).toMatchObject({ profileId: 'right' });
  });

  it('leaves a modelled source, and a measurement that still fits, alone', async () => {
    const fake = createFakeServices();
    fake.savedProfiles.push(
      ...measuredInThisBrowser(measuredProfile('small', small), measuredProfile('newer', workload)),
    );
    const store = createAppStore(fake.services);
    await settled();
    store.getState().edit((scenario) => changeWorkload(scenario, small));
    expect(sourceIn(store.getState().scenario)?.kind).toBe('catalogue');
    store.getState().undo();
    store.getState().adoptProfile(big);
    // Only the precision changes: the blocks are the same, so the measurement holds.
    store.getState().edit((scenario) => changeWorkload(scenario, { ...workload, shipped: 'int8' }));
    expect(workloadChain(store.getState().scenario.workload).modelKey).toBe(big.modelKey);
    expect(sourceIn(store.getState().scenario)).toMatchObject({ profileId: 'big' });
  });

  it('keeps the measured device when nothing fits, so that switching back finds it', () => {
    const { state } = setUp();
    state().adoptProfile(big);
    state().edit((scenario) => changeWorkload(scenario, small));
    expect(sourceIn(state().scenario)).toMatchObject({ kind: 'measured', profileId: 'big' });
    expect(state().scenario.profiles).toContainEqual(big);
  });
});
