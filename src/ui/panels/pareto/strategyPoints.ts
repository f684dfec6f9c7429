/** The strategies of the comparison among the points: what the front is better than. */
import type { NodeId } from '../../../core/network/types';
import type { StrategyId } from '../../../core/solvers/types';
import type { FrontPoint } from '../../../core/studies/frontTypes';
import type { MethodsAnswer } from '../../../core/studies/methodsTypes';
import type { Solution } from '../../../protocol/solverApi';
import { strategyNames } from '../../explain/strategyNames';
import { criterionTexts, type OtherCriterion } from './criterionTexts';

export interface StrategyPoint extends Pick<FrontPoint, 'plan' | 'measures'> {
  readonly strategy: StrategyId;
  readonly name: string;
}

/**
 * Strategies with a plan whose values are known and that no point of the front equals. Methods and solution answer the same
 * document, at most a frame apart.
 */
export function strategyPoints(
  solution: Solution | null,
  methods: Pick<MethodsAnswer, 'strategies'> | null,
  front: readonly FrontPoint[],
  y: OtherCriterion,
): readonly StrategyPoint[] {
  const { valueOf } = criterionTexts[y];
  return (solution?.strategies ?? []).flatMap(({ strategy, outcome }): StrategyPoint[] => {
    const measures = methods?.strategies.find((entry) => entry.strategy === strategy)?.measures ?? null;
    const value = measures === null ? null : valueOf(measures);
    if (outcome.kind === 'infeasible' || measures === null || value === null) return [];
    const isOnFront = front.some(
      (point) =>
        isClose(point.measures.latencyS, measures.latencyS) &&
        isClose(valueOf(point.measures) ?? Number.NaN, value),
    );
    return isOnFront ? [] : [{ strategy, name: strategyNames[strategy], plan: outcome.plan, measures }];
  });
}

export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** The node that runs the last block. */
export function lastNode({ plan }: Pick<FrontPoint, 'plan'>): NodeId | undefined {
  return plan.computeNodes.at(-1);
}
