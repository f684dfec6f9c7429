import { useEffect } from 'react';
import { figureIds, type FigureId } from '../../../core/reproduce/types';
import { useAppStore } from '../../../state/useStore';

/** A figure that was never run runs by itself when it is opened; who leaves it meanwhile is not waited for. */
export function useFirstFigureRun(figure: FigureId, isReady: boolean): void {
  const store = useAppStore();
  useEffect(() => {
    const stateOf = (id: FigureId) => store.getState().reproduction.figures[id];
    const { last, run } = stateOf(figure);
    if (!isReady || last !== null || run.status !== 'idle') return;
    let isOn = true;
    const { cancelReproduction, runFigure } = store.getState();
    void runFigure(figure).then(() => {
      isOn = false;
    });
    return () => {
      const isAlone = figureIds.every((id) => id === figure || stateOf(id).run.status !== 'waiting');
      if (isOn && isAlone) cancelReproduction();
    };
  }, [store, figure, isReady]);
}
