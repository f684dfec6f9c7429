import { expect, test } from '@playwright/test';
import { refreshProfiles } from '../src/core/profile/profileFor';
import { writeFigureLink, type AskedFigure } from '../src/core/reproduce/figureLink';
import { inAscii } from '../src/core/reproduce/figureWords';
import { findFigure } from '../src/core/reproduce/findFigure';
import { parseScenarioText } from '../src/core/scenario/parseScenario';
import { changeSimulation, changeWay } from '../src/core/scenario/simulationEdits';
import type { Scenario } from '../src/core/scenario/types';
import { runToCsv } from '../src/core/simulation/exportRun';
import { simulateScenario } from '../src/core/simulation/simulate';
import { goldenRuns } from '../src/core/simulation/testing/goldenRuns';
import { presetOf } from '../src/core/simulation/testing/randomWorld';
import { open, openFile, savedText } from './pages/app';
import { expectFresh, status } from './pages/simulatePlace';

/** Everything whose functions engines could compute differently: a shadowed way past several cells, forecasts by autoregression. */
const shadowed = (scenario: Scenario): Scenario =>
  changeWay(
    changeSimulation(scenario, {
      durationS: 20,
      radio: { shadowing: { sdDb: 8, decorrelationM: 15 } },
      mobility: { speedKmh: 90 },
      prediction: { kind: 'ar' },
    }),
    [
      { xM: 180, yM: 150 },
      { xM: 480, yM: 300 },
      { xM: 840, yM: 500 },
    ],
  );

const documents: readonly { readonly name: string; readonly scenario: Scenario }[] = [
  ...goldenRuns,
  {
    name: 'the mmWave network, shadowed, with forecasts by autoregression',
    scenario: shadowed({ ...presetOf('hivemind-mmwave'), seed: 2 }),
  },
  {
    name: 'the sub-6 network, shadowed, with forecasts by autoregression',
    scenario: shadowed({ ...presetOf('hivemind-sub6'), seed: 3 }),
  },
];

/** As the page does: the text of a file becomes a document, which is simulated. */
function inNode(text: string) {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  const scenario = refreshProfiles(parsed.value);
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return { hash: run.value.hash, csv: runToCsv(run.value, scenario), tasks: run.value.tasks.startS.length };
}

for (const { name, scenario } of documents) {
  test(`a run of ${name}: the same SHA-256 and the same table in Chromium and in Node`, async ({ page }) => {
    test.setTimeout(180_000);
    const text = JSON.stringify(scenario);
    const expected = inNode(text);
    const golden = goldenRuns.find((run) => run.name === name);
    if (golden !== undefined) expect(expected.hash).toBe(golden.hash);
    expect(expected.tasks).toBeGreaterThan(10);

    await open(page);
    await openFile(page, text);
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await expectFresh(page);
    const csv = await savedText(page, status(page).getByRole('button', { name: 'CSV', exact: true }));
    expect(/results ([0-9a-f]{64})\./.exec(csv)?.[1]).toBe(expected.hash);
    expect(csv).toBe(expected.csv);
  });
}

/** A toy without chance, and an experiment on links that change; with little simulated time. */
const askedFigures: readonly AskedFigure[] = [
  { figure: 2, question: { seed: 7, preset: 'honest', overrides: {} } },
  { figure: 15, question: { seed: 3, preset: 'calibrated', overrides: { durationS: 4, population: 40 } } },
];

for (const { figure, question } of askedFigures) {
  test(`figure ${figure} of the paper: what a link opens and the page saves is what Node finds`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { assumed, charts, numbers, verdicts } = findFigure(figure).run({ ...question, scale: 1 });
    await open(page, `./#${writeFigureLink({ figure, question })}`);
    const article = page.locator(`[data-figure="${figure}"]`);
    const save = article.getByRole('button', { name: 'JSON', exact: true });
    await expect(save).toBeEnabled({ timeout: 120_000 });
    const saved = JSON.parse(await savedText(page, save)) as unknown;
    // Every number bit by bit; words are saved in ASCII.
    const expected = { figure, question, assumed, charts, numbers, verdicts };
    const plain = (_: string, value: unknown) => (typeof value === 'string' ? inAscii(value) : value);
    expect(saved).toMatchObject(JSON.parse(JSON.stringify(expected, plain)) as Record<string, unknown>);
  });
}
