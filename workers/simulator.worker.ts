import { expose, transfer } from 'comlink';
import { createScenarioReceiver } from '../src/core/scenario/sentScenario';
import { buffersOfRun } from '../src/core/simulation/buffersOfRun';
import { simulateScenario } from '../src/core/simulation/simulate';
import { parseTrace } from '../src/core/traffic/trace';
import type { SimulatorApi } from '../src/protocol/simulatorApi';

/** The page hears of progress no more often than this [ms]. */
const progressMs = 50;

const receive = createScenarioReceiver();

const api: SimulatorApi = {
  simulate: (sent, onProgress) => {
    let toldMs = -Infinity;
    const run = simulateScenario(receive(sent), (part) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < progressMs) return;
      toldMs = nowMs;
      onProgress?.(part);
    });
    return run.ok ? transfer(run, buffersOfRun(run.value)) : run;
  },
  readTrace: parseTrace,
};

expose(api);
