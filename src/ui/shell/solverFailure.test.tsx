import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { err, ok, type Result } from '../../core/result';
import { openingScenario } from '../../core/scenario/presets/presets';
import { solveScenario } from '../../core/solvers/solveScenario';
import type { Solution } from '../../protocol/solverApi';
import type { WorkerTrouble } from '../errors/describe';
import { createAppStore } from '../../state/createAppStore';
import { createFakeServices } from '../../state/testing/fakeServices';
import { StoreContext } from '../../state/useStore';
import { HeroSentence } from '../explain/HeroSentence';
import { LayersPanel } from '../panels/dock/LayersPanel';
import { SolverBanner } from './SolverBanner';

/** What the sentence, the banner and the dock show once the solver has answered so. */
async function render(answer: Result<Solution, WorkerTrouble> | null): Promise<string> {
  const { services, solves } = createFakeServices();
  const store = createAppStore(services, openingScenario);
  if (answer !== null) await solves[0]!.answer(answer);
  // On a server zustand shows the state a store began with.
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <StoreContext value={shown}>
      <HeroSentence />
      <SolverBanner />
      <LayersPanel />
    </StoreContext>,
  );
}

const count = (html: string, part: RegExp): number => html.match(part)?.length ?? 0;

test('a solver that dies before any answer is told once, with one Retry, and nothing claims to be solving', async () => {
  const html = await render(err({ kind: 'worker-failed', message: 'out of memory' }));
  expect(count(html, /role="alert"/g)).toBe(1);
  expect(count(html, />Retry</g)).toBe(1);
  expect(html).toContain('the solver stopped');
  expect(html).not.toContain('Solving');
});

test('before the first answer the page says that it is solving; with one, neither', async () => {
  const waiting = await render(null);
  expect(waiting).toContain('Solving');
  expect(waiting).not.toContain('stopped');
  const done = await render(ok(solveScenario(openingScenario)));
  expect(done).not.toMatch(/Solving|stopped|role="alert"/);
});
