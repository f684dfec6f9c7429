/** Why a scenario could not be simulated in time, in words. */
import type { RadioFault } from '../../core/radio/types';
import type { SimulationState } from '../../state/simulationTypes';
import { formatNumber, formatWhole } from '../format';
import { asClause } from './asClause';
import type { Description } from './describe';

export type SimulationTrouble = Extract<SimulationState['simulating'], { status: 'failed' }>['fault'];

export function describeSimulationFault(fault: SimulationTrouble): Description {
  switch (fault.kind) {
    case 'source-has-no-device':
      return {
        title: 'The source (UE) has no device, so the model cannot start.',
        action: 'Choose a device for it in Play, then run again.',
      };
    case 'no-plan':
      return {
        title: 'The model cannot run on this network, whichever cell serves the UE.',
        action: 'Play lists what stands in the way: a missing route, memory, or no node that computes.',
      };
    case 'no-such-carrier':
      return describeCarrierFault(fault.fault);
    case 'too-many-steps':
      return {
        title: `The run would take ${formatWhole(fault.steps)} coherence times; memory is set aside for ${formatWhole(fault.most)}.`,
        action: 'Simulate a shorter time (Duration), or choose a longer Coherence time.',
      };
    case 'worker-failed':
      return {
        title: `The simulation stopped working: ${asClause(fault.message)}.`,
        action: 'The drawing is safe. Run again; if memory ran out, simulate a shorter time.',
      };
  }
}

export function describeCarrierFault(fault: RadioFault): Description {
  switch (fault.kind) {
    case 'carrier-outside-ranges': {
      const ranges = fault.ranges.map(({ fromGHz, toGHz }) => `from ${fromGHz} to ${toGHz}`);
      return {
        title: `5G has no carrier at ${formatNumber(fault.carrierGHz, 6)} GHz.`,
        action: `Choose one ${ranges.join(', or ')} GHz.`,
      };
    }
    case 'no-such-bandwidth': {
      const { bandwidthMHz, pairs, range, subcarrierKHz } = fault;
      const fitting = pairs.find((pair) => pair.subcarrierKHz === subcarrierKHz);
      return {
        title: `A carrier of ${range} with a subcarrier spacing of ${subcarrierKHz} kHz cannot be ${formatNumber(bandwidthMHz)} MHz wide.`,
        action:
          fitting === undefined
            ? `Choose a spacing of ${pairs.map((pair) => pair.subcarrierKHz).join(', ')} kHz.`
            : `Choose one of ${fitting.bandwidthsMHz.join(', ')} MHz.`,
      };
    }
  }
}
