/** The one place that calls a plan the best: only if that is proved. */
import type { Solution } from '../../protocol/solverApi';

/** Whether the best plan of a solution is proved; false where the search was cut short. */
export function bestIsProven({ strategies }: Pick<Solution, 'strategies'>): boolean {
  const outcome = strategies.find(({ strategy }) => strategy === 'best')?.outcome;
  return outcome?.kind !== 'plan' || outcome.proven;
}

/** "best split", or "best split found (estimated)" where nothing proves it. Without a noun: "best". */
export function bestWord(proven: boolean, noun = ''): string {
  const word = noun === '' ? 'best' : `best ${noun}`;
  return proven ? word : `${word} found (estimated)`;
}
