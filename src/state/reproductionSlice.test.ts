import { describe, expect, it } from 'vitest';
import { usualQuestion, type FigureQuestion } from '../core/reproduce/figureQuestion';
import { figureTexts } from '../core/reproduce/findFigure';
import { figureIds, type FigureId, type FigureResult } from '../core/reproduce/types';
import { err, ok } from '../core/result';
import type { ReproducerService, Services } from '../services/types';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';

const texts = figureTexts();

function resultOf(figure: FigureId, { seed, preset }: FigureQuestion): FigureResult {
  return { figure, seed, preset, scale: 1, assumed: {}, charts: [], numbers: [], verdicts: [] };
}

function setUp(overrides: Partial<Services> = {}) {
  const fake = createFakeServices(overrides);
  const store = createAppStore(fake.services);
  const state = () => store.getState();
  const figure = (id: FigureId) => state().reproduction.figures[id];
  const statuses = () =>
    figureIds.filter((id) => figure(id).run.status !== 'idle').map((id) => [id, figure(id).run.status]);
  /** Answers the newest run with its own result. */
  const finish = async (): Promise<FigureId> => {
    const run = fake.figureRuns.at(-1)!;
    await run.answer(ok(resultOf(run.figure, run.input)));
    return run.figure;
  };
  return { ...fake, store, state, figure, statuses, finish };
}

/** A page whose texts are there. */
async function loaded() {
  const page = setUp();
  await page.state().loadFigures();
  return page;
}

/** Whether a promise has settled by the next tick. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  const tick = new Promise<boolean>((resolve) => {
    setImmediate(() => resolve(false));
  });
  return Promise.race([promise.then(() => true), tick]);
}

describe('the texts', () => {
  it('are fetched once, however often they are asked for', async () => {
    let asked = 0;
    const { services } = createFakeServices();
    const figures: ReproducerService['figures'] = () => {
      asked += 1;
      return Promise.resolve(ok(texts));
    };
    const { state } = setUp({ reproducer: { ...services.reproducer, figures } });
    expect(state().reproduction.texts).toBeNull();
    await Promise.all([state().loadFigures(), state().loadFigures()]);
    await state().loadFigures();
    expect(asked).toBe(1);
    expect(state().reproduction.texts).toBe(texts);
  });

  it('that could not be had say why, and are had when it is tried again', async () => {
    const failure = { kind: 'worker-failed', message: 'gone' } as const;
    const answers = [err(failure), ok(texts)];
    const { services } = createFakeServices();
    const figures: ReproducerService['figures'] = () => Promise.resolve(answers.shift()!);
    const { state } = setUp({ reproducer: { ...services.reproducer, figures } });
    await state().loadFigures();
    expect(state().reproduction).toMatchObject({ texts: null, textsFailure: failure });
    const again = state().loadFigures();
    expect(state().reproduction.textsFailure).toBeNull();
    await again;
    expect(state().reproduction).toMatchObject({ texts, textsFailure: null });
  });
});

describe('a run of a figure', () => {
  it('tells how much is done and keeps the result with its question', async () => {
    const { state, figure, figureRuns, finish } = setUp();
    const over = state().runFigure(2);
    expect(figureRuns).toMatchObject([{ figure: 2, input: usualQuestion }]);
    figureRuns[0]!.progress(0.25);
    expect(figure(2).run).toEqual({ status: 'running', question: usualQuestion, part: 0.25 });
    await finish();
    await over;
    expect(figure(2)).toEqual({
      question: usualQuestion,
      run: { status: 'idle' },
      last: { question: usualQuestion, result: resultOf(2, usualQuestion) },
      kept: [{ question: usualQuestion, result: resultOf(2, usualQuestion) }],
    });
    figureRuns[0]!.progress(0.5);
    expect(figure(2).run.status).toBe('idle');
  });

  it('that fails says why, keeps the result before it, and can be tried again', async () => {
    const { state, figure, figureRuns, finish } = setUp();
    void state().runFigure(2);
    await finish();
    const before = figure(2).last;
    const over = state().runFigure(2);
    const failure = { kind: 'worker-failed', message: 'out of memory' } as const;
    await figureRuns[1]!.answer(err(failure));
    await over;
    expect(figure(2)).toMatchObject({ run: { status: 'failed', failure }, last: before });
    void state().runFigure(2);
    expect(figure(2).run.status).toBe('running');
  });

  it('is stopped by another of the same figure, and its late answer changes nothing', async () => {
    const { state, figure, figureRuns, finish } = setUp();
    const first = state().runFigure(2);
    state().changeReproduction({ seed: 9 });
    expect(figure(2).run).toMatchObject({ status: 'running', question: { seed: 1 } });
    void state().runFigure(2);
    expect(figureRuns[0]!.signal.aborted).toBe(true);
    expect(await isOver(first)).toBe(true);
    await figureRuns[0]!.answer(ok(resultOf(2, usualQuestion)));
    expect(figure(2).last).toBeNull();
    await finish();
    expect(figure(2).last?.result.seed).toBe(9);
  });

  it('comes next while another is running, before those that wait', async () => {
    const { state, statuses, figureRuns, finish } = setUp();
    void state().runFigure(6);
    void state().runFigure(11);
    void state().runFigure(12);
    expect(statuses()).toEqual([
      [6, 'running'],
      [11, 'waiting'],
      [12, 'waiting'],
    ]);
    for (let n = 0; n < 3; n++) await finish();
    expect(figureRuns.map(({ figure }) => figure)).toEqual([6, 12, 11]);
    expect(statuses()).toEqual([]);
  });
});

describe('an earlier question', () => {
  const runWith = async ({ state, finish }: ReturnType<typeof setUp>, seed: number) => {
    state().changeReproduction({ seed });
    void state().runFigure(2);
    await finish();
  };

  it('that is asked again has its result back without a run', async () => {
    const page = setUp();
    const { figure, figureRuns, state } = page;
    await runWith(page, 1);
    await runWith(page, 2);
    expect(figure(2).last?.result.seed).toBe(2);
    state().changeReproduction({ seed: 1 });
    expect(figure(2).last).toEqual({ question: usualQuestion, result: resultOf(2, usualQuestion) });
    state().changeReproduction({ seed: 3 });
    expect(figure(2).last?.result.seed).toBe(1);
    expect(figureRuns).toHaveLength(2);
  });

  it('keeps its result when the run of another one ends', async () => {
    const page = setUp();
    const { figure, finish, state } = page;
    await runWith(page, 1);
    state().changeReproduction({ seed: 2 });
    void state().runFigure(2);
    state().changeReproduction({ seed: 1 });
    await finish();
    expect(figure(2).last?.result.seed).toBe(1);
    state().changeReproduction({ seed: 2 });
    expect(figure(2).last?.result.seed).toBe(2);
  });

  it('is forgotten after four newer results', async () => {
    const page = setUp();
    for (const seed of [1, 2, 3, 4, 5]) await runWith(page, seed);
    expect(page.figure(2).kept.map(({ result }) => result.seed)).toEqual([5, 4, 3, 2]);
    page.state().changeReproduction({ seed: 1 });
    expect(page.figure(2).last?.result.seed).toBe(5);
  });
});

describe('running all figures', () => {
  it('takes one after the other, the shown one first', async () => {
    const { state, figureRuns, statuses, finish } = setUp();
    state().showFigure(13);
    const over = state().runAllFigures();
    expect(figureRuns).toHaveLength(1);
    expect(statuses()).toHaveLength(figureIds.length);
    const inOrder = [13, ...figureIds.filter((id) => id !== 13)];
    for (const figure of inOrder) expect(await finish()).toBe(figure);
    await over;
    expect(figureRuns).toHaveLength(inOrder.length);
  });

  it('leaves out what has a result for what is asked now, and only that', async () => {
    const { state, figureRuns, finish } = await loaded();
    for (const id of figureIds.slice(0, -2)) {
      void state().runFigure(id);
      await finish();
    }
    const before = figureRuns.length;
    state().changeAssumption(6, 'inputPx', 112);
    const over = state().runAllFigures();
    for (let n = 0; n < 3; n++) await finish();
    await over;
    expect(figureRuns.slice(before).map(({ figure }) => figure)).toEqual([6, 18, 19]);
    state().changeAssumption(6, 'inputPx', null);
    state().changeReproduction({ seed: 5 });
    void state().runAllFigures();
    expect(figureRuns.at(-1)).toMatchObject({ figure: 2, input: { seed: 5 } });
  });

  it('goes on after a figure that fails', async () => {
    const { state, figure, figureRuns } = setUp();
    void state().runAllFigures();
    await figureRuns[0]!.answer(err({ kind: 'worker-failed', message: 'gone' }));
    expect(figure(2).run.status).toBe('failed');
    expect(figure(6).run.status).toBe('running');
  });

  it('does not start again what runs for what is asked now', () => {
    const { state, figureRuns } = setUp();
    void state().runFigure(16);
    void state().runAllFigures();
    expect(figureRuns).toHaveLength(1);
    expect(figureRuns[0]!.signal.aborted).toBe(false);
  });

  it('runs those that wait with what is asked when their turn has come', async () => {
    const { state, figure, figureRuns, finish } = setUp();
    void state().runAllFigures();
    state().changeReproduction({ seed: 3 });
    expect(figure(6).run).toMatchObject({ status: 'waiting', question: { seed: 3 } });
    await finish();
    expect(figureRuns[1]!.input.seed).toBe(3);
    expect(figure(2).last?.question.seed).toBe(1);
  });
});

describe('stopping', () => {
  it('settles everything within a tick, and a late answer changes nothing', async () => {
    const { state, figureRuns, statuses, figure } = setUp();
    const all = state().runAllFigures();
    const one = state().runFigure(16);
    state().cancelReproduction();
    expect(figureRuns[0]!.signal.aborted).toBe(true);
    expect(statuses()).toEqual([]);
    expect(await isOver(Promise.all([all, one]))).toBe(true);
    await figureRuns[0]!.answer(ok(resultOf(2, usualQuestion)));
    figureRuns[0]!.progress(0.9);
    expect(figure(2)).toMatchObject({ run: { status: 'idle' }, last: null });
    expect(figureRuns).toHaveLength(1);
  });

  it('keeps the results that there are', async () => {
    const { state, figure, finish } = setUp();
    void state().runAllFigures();
    await finish();
    state().cancelReproduction();
    expect(figure(2).last).not.toBeNull();
  });
});

describe('what is asked', () => {
  it('changes seed and preset for all figures, and refuses a seed that is none', () => {
    const { state, figure } = setUp();
    state().changeReproduction({ seed: 7, preset: 'honest' });
    for (const seed of [NaN, Infinity, -1, 1.5, 4294967296]) state().changeReproduction({ seed });
    for (const id of figureIds) expect(figure(id).question).toMatchObject({ seed: 7, preset: 'honest' });
  });

  it('keeps an assumption within its bounds, whole where it must be, of its own figure only', async () => {
    const { state, figure } = await loaded();
    state().changeAssumption(16, 'inputPx', 111.6);
    state().changeAssumption(16, 'population', 1e9);
    expect(figure(16).question.overrides).toEqual({ inputPx: 112, population: 5000 });
    expect(figure(17).question.overrides).toEqual({});
    state().changeAssumption(16, 'population', null);
    expect(figure(16).question.overrides).toEqual({ inputPx: 112 });
    state().resetAssumptions(16);
    expect(figure(16).question.overrides).toEqual({});
  });

  it.each([
    ['inputPx', NaN],
    ['inputPx', Infinity],
    ['weather', 1],
    ['__proto__', 1],
  ])('stays as it is for %s = %s', async (id, value) => {
    const { state, figure } = await loaded();
    const before = figure(16).question;
    state().changeAssumption(16, id, value);
    expect(figure(16).question).toBe(before);
  });

  it('stays the same object where nothing changes', () => {
    const { state, figure } = setUp();
    const before = figure(2).question;
    state().changeReproduction({ seed: 1, preset: 'calibrated' });
    expect(figure(2).question).toBe(before);
  });
});

describe('the link of a figure', () => {
  const fragment = '#figure=16&seed=7&assume=honest&inputPx=112';
  const page = 'https://example.org/splitscape/';

  it('holds figure, seed, preset and what is changed, and opens just that in another page', async () => {
    const { state } = await loaded();
    state().changeReproduction({ seed: 7, preset: 'honest' });
    state().changeAssumption(16, 'inputPx', 112);
    expect(state().figureUrl(16)).toBe(`${page}${fragment}`);
    expect(state().figureUrl(17)).toBe(`${page}#figure=17&seed=7&assume=honest`);

    const other = setUp();
    const opening = other.state().openLink(fragment);
    expect(other.state().view.place).toBe('reproduce');
    await opening;
    expect(other.state().reproduction.shown).toBe(16);
    expect(other.figure(16).question).toEqual(state().reproduction.figures[16].question);
    expect(other.figure(2).question).toMatchObject({ seed: 7, preset: 'honest', overrides: {} });
    expect(other.state().notices).toEqual([]);
    expect(other.figureRuns).toMatchObject([{ figure: 16, input: { seed: 7, overrides: { inputPx: 112 } } }]);
    await other.finish();
    await other.state().openLink(fragment);
    expect(other.figureRuns).toHaveLength(1);
  });

  it('leaves the document, its history and the results alone', async () => {
    const { state, figure, finish } = await loaded();
    void state().runFigure(2);
    await finish();
    const { scenario } = state();
    await state().openLink(fragment);
    expect(state().scenario).toBe(scenario);
    expect(state().canUndo).toBe(false);
    expect(figure(2).last?.result.seed).toBe(1);
  });

  it.each([
    ['its form', '#figure=16&seed'],
    ['its figure', '#figure=3'],
    ['an assumption', '#figure=16&seed=7&weather=1'],
    ['a bound', '#figure=16&seed=7&inputPx=9999'],
  ])('changes nothing but shows a notice where %s is wrong', async (_what, faulty) => {
    const { state } = await loaded();
    state().changeAssumption(16, 'inputPx', 100);
    const before = state().reproduction;
    await state().openLink(faulty);
    expect(state().reproduction).toEqual(before);
    expect(state().notices).toMatchObject([{ kind: 'figure-link-fault' }]);
    expect(state().view.place).toBe('play');
  });

  it('opens when the texts are there at last, and the newest one only', async () => {
    const failed = err({ kind: 'worker-failed', message: 'gone' } as const);
    const answers = [failed, failed, ok(texts)];
    const { services } = createFakeServices();
    const figures: ReproducerService['figures'] = () => Promise.resolve(answers.shift()!);
    const { state } = setUp({ reproducer: { ...services.reproducer, figures } });
    await state().openLink('#figure=11&seed=3');
    await state().openLink(fragment);
    expect(state().reproduction).toMatchObject({ shown: 2, texts: null });
    await state().loadFigures();
    expect(state().reproduction.shown).toBe(16);
    expect(state().reproduction.figures[16].question.overrides).toEqual({ inputPx: 112 });
  });

  it('comes before the document of a link that is still being unpacked', async () => {
    const { services } = createFakeServices();
    let unpack = (): void => undefined;
    const decode: Services['linkCodec']['decode'] = (link) =>
      new Promise((resolve) => {
        unpack = () => resolve(services.linkCodec.decode(link));
      });
    const { state } = setUp({ linkCodec: { ...services.linkCodec, decode } });
    const { scenario } = state();
    const slow = state().openLink(`#s=1.${JSON.stringify({ ...scenario, name: 'Other' })}&at=graph`);
    await state().openLink(fragment);
    unpack();
    await slow;
    expect(state().scenario).toBe(scenario);
    expect(state().view.place).toBe('reproduce');
  });
});
