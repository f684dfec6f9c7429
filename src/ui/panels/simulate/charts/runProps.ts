import type { Scenario } from '../../../../core/scenario/types';
import type { SimulationRun } from '../../../../core/simulation/types';

/** What every view of a run is given; lane, window and moment it reads from the store by itself. */
export interface RunProps {
  readonly run: SimulationRun;
  /** The document that the run answers. */
  readonly scenario: Scenario;
  /** A newer run is on its way, or the document has moved on: dimmed, in place. */
  readonly stale: boolean;
  /** One view below the other, on a page that scrolls: long lists begin short. */
  readonly isStacked?: boolean;
}
