import { expose } from 'comlink';
import { findTicks, solveScenario } from '../src/core/solvers/solveScenario';
import type { SolverApi } from '../src/protocol/solverApi';

expose({ solve: solveScenario, ticks: findTicks } satisfies SolverApi);
