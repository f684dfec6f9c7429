/** Runs of the paper's figures, one after the other: each takes all of a worker. */
import type { FigureQuestion } from '../core/reproduce/figureQuestion';
import type { FigureId, FigureResult } from '../core/reproduce/types';
import type { Cancelled, ReproducerService, WorkerFailure } from '../services/types';
import type { Result } from '../core/result';

interface QueueEvents {
  /** What the figure is run with, asked when its turn has come. */
  readonly questionOf: (figure: FigureId) => FigureQuestion;
  readonly onWaiting: (figures: readonly FigureId[]) => void;
  readonly onPart: (figure: FigureId, question: FigureQuestion, part: number) => void;
  readonly onAnswer: (
    figure: FigureId,
    question: FigureQuestion,
    answer: Result<FigureResult, WorkerFailure | Cancelled>,
  ) => void;
  /** They neither run nor wait any more, without an answer. */
  readonly onStopped: (figures: readonly FigureId[]) => void;
}

interface Job {
  readonly figure: FigureId;
  readonly over: Promise<void>;
  readonly settle: () => void;
}

export interface FigureQueue {
  /**
   * In front of those that wait, in this order; those that are on or wait already are stopped or move. Settles when all of them
   * are over: answered, stopped, or put in again.
   */
  readonly run: (figures: readonly FigureId[]) => Promise<void>;
  readonly stop: () => void;
}

export function createFigureQueue(service: ReproducerService, events: QueueEvents): FigureQueue {
  let waiting: readonly Job[] = [];
  let running: { readonly job: Job; readonly controller: AbortController } | null = null;

  const take = (figures: readonly FigureId[]): void => {
    const taken = waiting.filter(({ figure }) => figures.includes(figure));
    waiting = waiting.filter(({ figure }) => !figures.includes(figure));
    if (running !== null && figures.includes(running.job.figure)) {
      taken.push(running.job);
      const { controller } = running;
      running = null;
      controller.abort();
    }
    if (taken.length === 0) return;
    events.onStopped(taken.map(({ figure }) => figure));
    for (const { settle } of taken) settle();
  };

  const startNext = (): void => {
    const [job, ...rest] = waiting;
    if (running !== null || job === undefined) return;
    waiting = rest;
    const controller = new AbortController();
    running = { job, controller };
    const { figure } = job;
    const question = events.questionOf(figure);
    const isOn = (): boolean => running?.job === job;
    events.onPart(figure, question, 0);
    const answered = service.run(controller.signal, figure, question, (part) => {
      if (isOn()) events.onPart(figure, question, part);
    });
    void answered.then((answer) => {
      // Stopped meanwhile: what comes late says nothing about what is asked now.
      if (!isOn()) return;
      running = null;
      events.onAnswer(figure, question, answer);
      job.settle();
      startNext();
    });
  };

  return {
    run: async (figures) => {
      take(figures);
      const jobs = figures.map(createJob);
      waiting = [...jobs, ...waiting];
      events.onWaiting(figures);
      startNext();
      await Promise.all(jobs.map(({ over }) => over));
    },
    stop: () =>
      take([...waiting.map(({ figure }) => figure), ...(running === null ? [] : [running.job.figure])]),
  };
}

function createJob(figure: FigureId): Job {
  let settle = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { figure, over, settle };
}
