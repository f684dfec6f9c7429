import { createContext } from 'react';
import type { Scenario } from '../../../core/scenario/types';
import type { SimulationRun } from '../../../core/simulation/types';
import type { Moment } from '../../panels/simulate/moment';
import type { AirTransfer } from './momentOverlay';

export interface ShownMoment {
  readonly run: SimulationRun;
  /** The document that the run answers. */
  readonly scenario: Scenario;
  readonly moment: Moment;
  /** What the present task sends over the air, the UE as end a. */
  readonly air: readonly AirTransfer[];
}

/** null: nothing has been simulated yet. */
export const MomentContext = createContext<ShownMoment | null>(null);
