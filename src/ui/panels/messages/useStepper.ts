import { useEffect, useState } from 'react';
import { useApp } from '../../../state/useStore';

export interface Stepper {
  readonly step: number;
  readonly last: number;
  readonly playing: boolean;
  readonly go: (step: number) => void;
  readonly togglePlay: () => void;
}

/** Long enough to read a step's title and see what moves. */
const stepMs = 1800;

/** The step on screen, which a link can set, and what plays it. */
export function useStepper(count: number): Stepper {
  const wanted = useApp((state) => state.view.step);
  const changeView = useApp((state) => state.changeView);
  const [started, setPlaying] = useState(false);
  const last = count - 1;
  const step = Math.min(wanted, last);
  const playing = started && step < last;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => changeView({ step: step + 1 }), stepMs);
    return () => clearTimeout(timer);
  }, [playing, step, changeView]);
  return {
    step,
    last,
    playing,
    go: (next) => {
      setPlaying(false);
      changeView({ step: Math.min(last, Math.max(0, next)) });
    },
    togglePlay: () => {
      // At the end, playing begins anew.
      if (!playing && step === last) changeView({ step: 0 });
      setPlaying(!playing);
    },
  };
}

/** The step that a key leads to; null for keys that mean nothing here. */
export function stepOfKey(key: string, { step, last }: Pick<Stepper, 'step' | 'last'>): number | null {
  const targets: Partial<Record<string, number>> = {
    ArrowLeft: step - 1,
    ArrowDown: step - 1,
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    PageDown: step - 1,
    PageUp: step + 1,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(last, Math.max(0, target));
}
