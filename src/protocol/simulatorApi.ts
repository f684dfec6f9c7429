/** Contract between the page and the simulator worker. Terminated to cancel. */
import type { Result } from '../core/result';
import type { SentScenario } from '../core/scenario/sentScenario';
import type { SimulationFault, SimulationRun } from '../core/simulation/types';
import type { ReadTrace, TraceFault } from '../core/traffic/trace';

export interface SimulatorApi {
  /** `onProgress`: part done, 0..1, at most every 50 ms. The arrays of the run are transferred. */
  simulate(
    scenario: SentScenario,
    onProgress?: (part: number) => void,
  ): Result<SimulationRun, SimulationFault>;
  /** A trace from the text of a file with this name: here because long ones take up to a second. */
  readTrace(text: string, name: string): Result<ReadTrace, TraceFault>;
}
