import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { openingScenario } from '../../core/scenario/presets/opening';
import type { Busy } from '../../state/busy';
import { createAppStore } from '../../state/createAppStore';
import { createFakeServices } from '../../state/testing/fakeServices';
import { StoreContext } from '../../state/useStore';
import { BusyNote } from './BusyNote';

/** While this device is measured. */
function noteFor(own: Busy, measuring = true): string {
  const store = createAppStore(createFakeServices().services, openingScenario);
  if (measuring) store.setState({ profiling: { status: 'running', modelName: 'm', runs: [] } });
  return renderToStaticMarkup(
    <StoreContext value={{ ...store, getInitialState: store.getState }}>
      <BusyNote own={own} />
    </StoreContext>,
  );
}

it('says what runs, why nothing else can start, and offers to end it', () => {
  const note = noteFor('split');
  expect(note).toContain('This device is being measured, in Profile.');
  expect(note).toContain('would slow each other down');
  expect(note).toContain('Cancel measuring');
  expect(note).not.toContain('Cancel the run');
});

it('says nothing of what is itself on, and nothing while nothing runs', () => {
  expect(noteFor('profiling')).toBe('');
  expect(noteFor('split', false)).toBe('');
});
