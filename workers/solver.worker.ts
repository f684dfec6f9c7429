import { expose } from 'comlink';
import { findTicks, solveScenario } from '../src/core/solvers/solveScenario';
import { runStudy } from '../src/core/studies/runStudy';
import type { SolverApi } from '../src/protocol/solverApi';

/** A search that has not proved its answer by then gives the best it has, with its bound [ms]. */
const budgetMs = 2000;

function untilBudgetIsSpent(): () => boolean {
  const end = performance.now() + budgetMs;
  return () => performance.now() > end;
}

expose({
  solve: (scenario) => solveScenario(scenario, untilBudgetIsSpent()),
  ticks: (request) => findTicks(request, untilBudgetIsSpent()),
  study: ({ study, scenario, options }, onProgress) => {
    const context = { shouldStop: untilBudgetIsSpent() };
    return runStudy(
      study,
      scenario,
      options,
      onProgress === undefined ? context : { ...context, onProgress },
    );
  },
} satisfies SolverApi);
