import { expose } from 'comlink';
import { findTicks, solveScenario } from '../src/core/solvers/solveScenario';
import { runStudy } from '../src/core/studies/runStudy';
import type { SolverApi } from '../src/protocol/solverApi';

/** A study that has not proved its answer by then gives the best it has [ms]. */
const budgetMs = 2000;

expose({
  solve: solveScenario,
  ticks: findTicks,
  study: ({ study, scenario, options }, onProgress) => {
    const end = performance.now() + budgetMs;
    const context = { shouldStop: () => performance.now() > end };
    return runStudy(
      study,
      scenario,
      options,
      onProgress === undefined ? context : { ...context, onProgress },
    );
  },
} satisfies SolverApi);
