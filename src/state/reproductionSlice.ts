/** The paper's figures: what is asked of each, the runs that are on, and the results. Results stay until there are newer ones, and a few longer. */
import {
  checkFigureLink,
  readFigureLink,
  writeFigureLink,
  type FigureLink,
  type FigureLinkFault,
} from '../core/reproduce/figureLink';
import { isSameQuestion, usualQuestion, type FigureQuestion } from '../core/reproduce/figureQuestion';
import { figureIds, type FigureId, type FigureText } from '../core/reproduce/types';
import { withinBounds } from '../core/reproduce/withinBounds';
import { limits } from '../core/scenario/limits';
import { createFigureQueue, type FigureQueue } from './figureQueue';
import type {
  AnsweredFigure,
  ReproductionActions,
  ReproductionState,
  ShownFigure,
} from './reproductionTypes';
import type { SliceContext } from './slice';

/** So many results of each figure are kept, for who goes back to an earlier question. */
const mostKept = 4;

const untouched: ShownFigure = { question: usualQuestion, run: { status: 'idle' }, last: null, kept: [] };

const initial: ReproductionState = {
  texts: null,
  textsFailure: null,
  shown: figureIds[0],
  figures: eachFigure(() => untouched),
};

export function createReproduction(
  context: SliceContext,
): ReproductionActions & { readonly reproduction: ReproductionState } {
  const { get, services } = context;
  const changes = createChanges(context);
  const { change, ask } = changes;
  const queue = createQueue(context, changes);
  const figureOf = (figure: FigureId): ShownFigure => get().reproduction.figures[figure];
  const override = (figure: FigureId, overrides: FigureQuestion['overrides']): void =>
    ask([figure], () => ({ overrides }));

  return {
    reproduction: initial,
    ...createOpening(context, changes, queue),
    showFigure: (shown) => change({ shown }),
    changeReproduction: ({ seed, preset }) =>
      ask(figureIds, () => ({
        ...(seed !== undefined && isSeed(seed) ? { seed } : {}),
        ...(preset === undefined ? {} : { preset }),
      })),
    changeAssumption: (figure, id, value) => {
      const assumption = get()
        .reproduction.texts?.find((text) => text.id === figure)
        ?.assumptions.find((each) => each.id === id);
      if (assumption === undefined) return;
      const others = Object.fromEntries(
        Object.entries(figureOf(figure).question.overrides).filter(([name]) => name !== id),
      );
      const within = value === null ? null : withinBounds(assumption, value);
      if (value === null) override(figure, others);
      else if (within !== null) override(figure, { ...others, [id]: within });
    },
    resetAssumptions: (figure) => override(figure, {}),
    runFigure: (figure) => queue.run([figure]),
    runAllFigures: () => {
      const { shown } = get().reproduction;
      const inOrder = [shown, ...figureIds.filter((id) => id !== shown)];
      return queue.run(inOrder.filter((id) => !isAnswering(figureOf(id))));
    },
    cancelReproduction: queue.stop,
    figureUrl: (figure) =>
      `${services.facts.pageUrl}#${writeFigureLink({ figure, question: figureOf(figure).question })}`,
  };
}

interface Changes {
  readonly change: (patch: Partial<ReproductionState>) => void;
  readonly changeFigures: (
    ids: readonly FigureId[],
    patchOf: (figure: ShownFigure) => Partial<ShownFigure>,
  ) => void;
  /** Changes what is asked of figures; those that wait are run with it. */
  readonly ask: (
    ids: readonly FigureId[],
    patchOf: (question: FigureQuestion) => Partial<FigureQuestion>,
  ) => void;
}

function createChanges({ set, get }: Pick<SliceContext, 'set' | 'get'>): Changes {
  const change: Changes['change'] = (patch) => set({ reproduction: { ...get().reproduction, ...patch } });
  const changeFigures: Changes['changeFigures'] = (ids, patchOf) => {
    const { figures } = get().reproduction;
    change({
      figures: eachFigure((id) => {
        const figure = figures[id];
        return ids.includes(id) ? { ...figure, ...patchOf(figure) } : figure;
      }),
    });
  };
  return {
    change,
    changeFigures,
    ask: (ids, patchOf) =>
      changeFigures(ids, ({ question: before, run, last, kept }) => {
        const changed = { ...before, ...patchOf(before) };
        const question = isSameQuestion(before, changed) ? before : changed;
        return {
          question,
          run: run.status === 'waiting' ? { status: 'waiting', question } : run,
          last: answerTo(question, kept) ?? last,
        };
      }),
  };
}

function createQueue({ get, services }: SliceContext, { changeFigures }: Changes): FigureQueue {
  return createFigureQueue(services.reproducer, {
    questionOf: (figure) => get().reproduction.figures[figure].question,
    onWaiting: (ids) => changeFigures(ids, ({ question }) => ({ run: { status: 'waiting', question } })),
    onPart: (figure, question, part) =>
      changeFigures([figure], () => ({ run: { status: 'running', question, part } })),
    onAnswer: (figure, question, answer) =>
      changeFigures([figure], (before) => {
        if (answer.ok) {
          const answered = { question, result: answer.value };
          const others = before.kept.filter((each) => !isSameQuestion(each.question, question));
          const kept = [answered, ...others].slice(0, mostKept);
          return { run: { status: 'idle' }, last: answerTo(before.question, kept) ?? answered, kept };
        }
        const { error } = answer;
        if (error.kind === 'cancelled') return { run: { status: 'idle' } };
        return { run: { status: 'failed', question, failure: error } };
      }),
    onStopped: (ids) => changeFigures(ids, () => ({ run: { status: 'idle' } })),
  });
}

/** The texts, and links, which can be checked only against the texts. */
function createOpening(
  { get, services }: SliceContext,
  { change, ask }: Changes,
  queue: FigureQueue,
): Pick<ReproductionActions, 'loadFigures' | 'openFigureLink'> {
  let loading: Promise<void> | null = null;
  /** The newest link, while there are no texts to hold it against: it opens when they are there, however often that is tried. */
  let asked: FigureLink | null = null;

  const refuse = (fault: FigureLinkFault): void => get().notify({ kind: 'figure-link-fault', fault });
  const goThere = (): void => get().changeView({ place: 'reproduce', openDialog: 'none' });
  /** What is asked and the place change together: nothing else may start to run in between. */
  const openChecked = (link: FigureLink, texts: readonly FigureText[]): void => {
    const checked = checkFigureLink(link, texts);
    if (!checked.ok) {
      refuse(checked.error);
      return;
    }
    const { figure, question } = checked.value;
    ask(figureIds, () => ({ seed: question.seed, preset: question.preset }));
    ask([figure], () => ({ overrides: question.overrides }));
    change({ shown: figure });
    goThere();
    if (!isAnswering(get().reproduction.figures[figure])) void queue.run([figure]);
  };
  const load = async (): Promise<void> => {
    change({ textsFailure: null });
    const texts = await services.reproducer.figures(new AbortController().signal);
    loading = null;
    if (!texts.ok) {
      if (texts.error.kind === 'worker-failed') change({ textsFailure: texts.error });
      return;
    }
    change({ texts: texts.value });
    const link = asked;
    asked = null;
    if (link !== null) openChecked(link, texts.value);
  };
  const loadFigures = async (): Promise<void> => {
    if (get().reproduction.texts === null) await (loading ??= load());
  };
  return {
    loadFigures,
    openFigureLink: async (fragment) => {
      const link = readFigureLink(fragment);
      const { texts } = get().reproduction;
      if (!link.ok) refuse(link.error);
      else if (texts !== null) openChecked(link.value, texts);
      else {
        asked = link.value;
        goThere();
        await loadFigures();
      }
    },
  };
}

function answerTo(question: FigureQuestion, kept: readonly AnsweredFigure[]): AnsweredFigure | undefined {
  return kept.find((each) => isSameQuestion(each.question, question));
}

/** Whether it has a result for what is asked now, or is on its way to one. */
function isAnswering({ question, run, last }: ShownFigure): boolean {
  if (run.status === 'running') return isSameQuestion(run.question, question);
  return last !== null && isSameQuestion(last.question, question);
}

function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 0 && seed <= limits.seed;
}

function eachFigure(of: (id: FigureId) => ShownFigure): Readonly<Record<FigureId, ShownFigure>> {
  const entries = figureIds.map((id) => [id, of(id)] as const);
  // One entry for each id there is.
  return Object.fromEntries(entries) as Record<FigureId, ShownFigure>;
}
