import { describe, expect, it } from 'vitest';
import { changeScenario } from '../core/scenario/edits';
import { createAppStore } from './createAppStore';
import { watchOtherTabs } from './otherTabs';
import { createFakeServices } from './testing/fakeServices';

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const stop = watchOtherTabs(store, fake.services.localStore);
  const { scenario } = store.getState();
  return { ...fake, scenario, stop, store, other: changeScenario(scenario, { name: 'Other work' }) };
}

describe('another tab of the page', () => {
  it('that saves other work is told of once, and changes nothing here', () => {
    const { other, scenario, store, writeElsewhere } = setUp();
    writeElsewhere('scenario', other);
    writeElsewhere('scenario', { ...other, notes: 'more' });
    expect(store.getState().notices).toMatchObject([{ kind: 'other-tab' }]);
    expect(store.getState().scenario).toBe(scenario);
  });

  it('that saves the same document, or its settings, is no news', () => {
    const { scenario, store, writeElsewhere } = setUp();
    writeElsewhere('scenario', structuredClone(scenario));
    writeElsewhere('settings', { theme: 'dark' });
    expect(store.getState().notices).toEqual([]);
  });

  it('is not listened to any more after the watch has ended', () => {
    const { other, stop, store, writeElsewhere } = setUp();
    stop();
    writeElsewhere('scenario', other);
    expect(store.getState().notices).toEqual([]);
  });
});
