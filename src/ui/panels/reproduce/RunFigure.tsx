import type { FigureId } from '../../../core/reproduce/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { isOld } from './reproduceWords';

/** Runs a figure for what is asked now, or stops it. */
export function RunFigure({ figure: id }: { readonly figure: FigureId }) {
  const store = useAppStore();
  const figure = useApp((state) => state.reproduction.figures[id]);
  const { last, run } = figure;
  const isWanted = last === null || isOld(figure) || run.status === 'failed';
  if (run.status === 'running' || run.status === 'waiting') {
    return (
      <Button
        title="Stops this run, and those that wait"
        onClick={() => store.getState().cancelReproduction()}
      >
        Stop
      </Button>
    );
  }
  return (
    <Button
      look={isWanted ? 'primary' : 'plain'}
      icon="play"
      onClick={() => void store.getState().runFigure(id)}
    >
      {run.status === 'failed' ? 'Try again' : last === null ? 'Run' : 'Run again'}
    </Button>
  );
}
