import { describe, expect, it } from 'vitest';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';
import { createTools } from './tools';
import { press } from './testing/keyPress';

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const tools = createTools(store, fake.services);
  return { ...fake, tools, state: () => store.getState() };
}

describe('Ctrl+Enter', () => {
  it('runs the figure that is shown in Reproduce, and the simulation everywhere else', () => {
    const { tools, state, figureRuns, simulations } = setUp();
    tools.run('go-reproduce');
    state().showFigure(16);
    expect(tools.handleKey(press('Enter', { ctrlKey: true }))).toBe(true);
    expect(figureRuns).toMatchObject([{ figure: 16 }]);
    expect(simulations).toHaveLength(0);
    tools.run('go-play');
    expect(tools.handleKey(press('Enter', { ctrlKey: true }))).toBe(true);
    expect(simulations).toHaveLength(1);
    expect(figureRuns).toHaveLength(1);
  });

  it('waits behind a dialog, whether somebody types there or not', () => {
    const { tools, state, figureRuns } = setUp();
    tools.run('go-reproduce');
    state().changeView({ openDialog: 'help' });
    for (const target of [null, { tagName: 'INPUT', type: 'text' }]) {
      expect(tools.handleKey(press('Enter', { ctrlKey: true, target }))).toBe(false);
    }
    expect(figureRuns).toHaveLength(0);
  });
});

describe('Shift and the arrow keys', () => {
  it('step from figure to figure in Reproduce, and no further than there are', () => {
    const { tools, state } = setUp();
    const left = press('ArrowLeft', { shiftKey: true });
    const right = press('ArrowRight', { shiftKey: true });
    expect(tools.handleKey(right)).toBe(false);
    tools.run('go-reproduce');
    expect(tools.handleKey(left)).toBe(false);
    expect(tools.handleKey(right)).toBe(true);
    expect(state().reproduction.shown).toBe(6);
    state().showFigure(19);
    expect(tools.handleKey(right)).toBe(false);
    expect(tools.handleKey(left)).toBe(true);
    expect(state().reproduction.shown).toBe(18);
  });
});

describe('the commands of Reproduce', () => {
  it('run all figures from anywhere, and stop them', () => {
    const { tools, state, figureRuns } = setUp();
    tools.run('cancel-figures');
    tools.run('run-all-figures');
    expect(state().view.place).toBe('reproduce');
    expect(figureRuns).toHaveLength(1);
    tools.run('cancel-figures');
    expect(figureRuns[0]!.signal.aborted).toBe(true);
    expect(state().reproduction.figures[19].run.status).toBe('idle');
  });
});
