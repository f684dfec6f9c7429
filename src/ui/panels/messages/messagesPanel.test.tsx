import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../core/result';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { Scenario } from '../../../core/scenario/types';
import { rowStudy } from '../../../core/studies/rowStudy';
import { createAppStore } from '../../../state/createAppStore';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { createTools } from '../../../state/tools';
import { StoreContext } from '../../../state/useStore';
import { ToolsContext } from '../../../state/useTools';
import { GraphPanel } from '../graph/GraphPanel';
import { MessagesPanel } from './MessagesPanel';

function setUp(scenario: Scenario = openingScenario) {
  const fake = createFakeServices();
  const store = createAppStore(fake.services, scenario);
  store.getState().study('row', {});
  const asked = fake.studies.at(-1)!;
  return {
    store,
    answer: () => asked.answer(ok(rowStudy(scenario, {}, { shouldStop: () => false }))),
    fail: () => asked.answer(err({ kind: 'worker-failed', message: 'out of memory' })),
    html: (panel = <MessagesPanel />) =>
      renderToStaticMarkup(
        <StoreContext value={{ ...store, getInitialState: store.getState }}>
          <ToolsContext value={createTools(store, fake.services)}>{panel}</ToolsContext>
        </StoreContext>,
      ),
  };
}

describe('the Messages tab', () => {
  it('says that it is solving until the first answer', () => {
    expect(setUp().html()).toContain('Solving the row of computing nodes.');
  });

  it('shows the step of the view, and the last one where a link asks for more', async () => {
    const { store, answer, html } = setUp();
    await answer();
    expect(html()).toContain('Step 1 of 7');
    store.getState().changeView({ step: 1 });
    expect(html()).toContain('Cloud tells MEC host what handing over would cost');
    store.getState().changeView({ step: 9999 });
    expect(html()).toContain('Step 7 of 7');
    expect(html()).toContain('The split stands');
  });

  it('words what stands in the way, and still has the paper’s figures', async () => {
    const { answer, html } = setUp({
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) => ({
        ...node,
        device: node.kind === 'ue' ? node.device : null,
      })),
    });
    await answer();
    const shown = html();
    expect(shown).toContain('Fewer than two computing nodes');
    expect(shown).toContain('HiveMind’s own figures');
    expect(shown).not.toContain('Step 1');
  });

  it('says when the solver is gone, with a way to try again', async () => {
    const { fail, html } = setUp();
    await fail();
    expect(html()).toContain('role="alert"');
    expect(html()).toContain('Retry');
  });
});

describe('the Split graph tab', () => {
  it('says how large a graph is that cannot be drawn, and offers one that can', async () => {
    const { answer, html } = setUp();
    await answer();
    const shown = html(<GraphPanel />);
    expect(shown).toContain('Too large to draw');
    expect(shown).toContain('30,690');
    expect(shown).toContain('Open “Three layers by hand”');
  });
});
