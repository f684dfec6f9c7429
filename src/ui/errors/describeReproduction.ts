/** Why figures of the paper could not be run, in words. */
import type { FigureRun } from '../../state/reproductionTypes';
import { asClause } from './asClause';
import type { Description } from './describe';

type Failure = Extract<FigureRun, { status: 'failed' }>['failure'];

export function describeFigureFailure(figure: number, { message }: Failure): Description {
  return {
    title: `Figure ${figure} stopped working: ${asClause(message)}.`,
    action:
      'Earlier results are kept. Simulate a shorter time or put changed assumptions back, then try again.',
  };
}

export function describeTextsFailure({ message }: Failure): Description {
  return {
    title: `What the figures claim could not be loaded: ${asClause(message)}.`,
    action: 'The connection may have failed, or the page has a newer version by now.',
  };
}
