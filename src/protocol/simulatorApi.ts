/** Contract between the page and the simulator worker. Terminated to cancel. */
import type { Result } from '../core/result';
import type { SentScenario } from '../core/scenario/sentScenario';
import type { SimulationFault, SimulationRun } from '../core/simulation/types';

export interface SimulatorApi {
  /** `onProgress`: part done, 0..1, at most every 50 ms. The arrays of the run are transferred. */
  simulate(
    scenario: SentScenario,
    onProgress?: (part: number) => void,
  ): Result<SimulationRun, SimulationFault>;
}
