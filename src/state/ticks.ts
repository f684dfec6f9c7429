/** Keeps the ticks of the shown sliders answering the shown document. */
import type { LinkId } from '../core/network/types';
import type { Breakpoint } from '../core/solvers/types';
import type { TicksRequest } from '../protocol/solverApi';
import type { SliceContext } from './slice';
import { sameTicksInput } from './solverInput';
import { ticksTarget, type SliderDirection } from './ticksTarget';
import type { TicksState } from './types';
import { selectShown } from './useStore';

export const noTicks: TicksState = { link: null, sliders: [] };
/** The service drops what a newer request replaces, so nothing here ever needs to abort. */
const keep = new AbortController().signal;

/** The ticks of one slider; null while they are unknown. */
export function ticksOf(
  { link, sliders }: TicksState,
  of: LinkId,
  direction: SliderDirection,
): readonly Breakpoint[] | null {
  if (link !== of) return null;
  return sliders.find((slider) => slider.direction === direction)?.breakpoints ?? null;
}

export interface Ticks {
  /** Asks for what is not answered. */
  readonly ask: () => void;
  /** To be called when the shown document or the selection has changed. */
  readonly update: () => void;
}

interface Wanted {
  readonly request: TicksRequest;
  answered: boolean;
}

export function createTicks({ set, get, services }: SliceContext): Ticks {
  /** One a slider. The service keeps one request at a time, so they are asked one after the other. */
  let wanted: readonly Wanted[] = [];
  let rounds = 0;

  const show = ({ direction }: TicksRequest, breakpoints: readonly Breakpoint[] | null): void => {
    const { link, sliders } = get().ticks;
    const changed = sliders.map((slider) =>
      slider.direction === direction ? { direction, breakpoints } : slider,
    );
    set({ ticks: { link, sliders: changed } });
  };

  const ask = async (): Promise<void> => {
    const round = ++rounds;
    for (const entry of wanted) {
      if (entry.answered) continue;
      const result = await services.solver.ticks(keep, entry.request);
      if (wanted.includes(entry)) {
        if (result.ok) {
          entry.answered = true;
          show(entry.request, result.value);
        } else if (result.error.kind === 'worker-failed') show(entry.request, null);
      }
      if (round !== rounds) return;
    }
  };

  const update = (): void => {
    const { ticks, view } = get();
    const scenario = selectShown(get());
    const target = ticksTarget(scenario, view.selectedLinks);
    if (target === null) {
      wanted = [];
      if (ticks !== noTicks) set({ ticks: noTicks });
      return;
    }
    const { link, directions } = target;
    const next = directions.map((direction): Wanted => {
      const request = { scenario, link, direction };
      const same = wanted.find((entry) => sameTicksInput(entry.request, request));
      return same ?? { request, answered: false };
    });
    if (next.length === wanted.length && next.every((entry) => wanted.includes(entry))) return;
    wanted = next;
    if (!isOf(ticks, link, directions)) {
      set({ ticks: { link, sliders: directions.map((direction) => ({ direction, breakpoints: null })) } });
    }
    void ask();
  };

  return { ask: () => void ask(), update };
}

/** Whether these are ticks of the same sliders. */
function isOf(ticks: TicksState, link: LinkId, directions: readonly SliderDirection[]): boolean {
  const shown = ticks.sliders.map(({ direction }) => direction);
  return ticks.link === link && shown.join() === directions.join();
}
