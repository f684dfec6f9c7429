import { expose } from 'comlink';
import { answerScenarios } from '../src/core/solvers/answerScenarios';
import type { SolverApi } from '../src/protocol/solverApi';

/** A search that has not proved its answer by then gives the best it has, with its bound [ms]. */
const budgetMs = 2000;

function startBudget(): () => boolean {
  const end = performance.now() + budgetMs;
  return () => performance.now() > end;
}

expose(answerScenarios(startBudget) satisfies SolverApi);
