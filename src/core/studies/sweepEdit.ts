/** Where a document stands on an axis of a sweep, and how it is moved there. */
import { profileFor } from '../profile/profileFor';
import { changeCapacity, changeLink, changeNode, changeWorkload } from '../scenario/edits';
import type { Scenario } from '../scenario/types';
import type { SweepParameter } from './sweepTypes';

/** The document's own value in the parameter's unit; null where it has none (unlimited memory, two capacities). */
export function standsAt(scenario: Scenario, parameter: SweepParameter): number | null {
  switch (parameter.kind) {
    case 'capacity': {
      const link = scenario.links.find(({ id }) => id === parameter.link);
      if (link === undefined) return null;
      if (parameter.direction !== 'both')
        return parameter.direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
      return link.aToBMbps === link.bToAMbps ? link.aToBMbps : null;
    }
    case 'delay':
      return scenario.links.find(({ id }) => id === parameter.link)?.propagationMs ?? null;
    case 'speed':
      return scenario.nodes.some(({ id }) => id === parameter.node) ? 1 : null;
    case 'memory': {
      const node = scenario.nodes.find(({ id }) => id === parameter.node);
      if (node === undefined) return null;
      const source = profileFor(scenario, node).profile?.source;
      return node.memoryMB ?? (source !== undefined && 'memoryMB' in source ? source.memoryMB : null);
    }
    case 'input-px':
      return scenario.workload.kind === 'catalogue' ? scenario.workload.inputPx : null;
  }
}

/**
 * Whether a document can be moved along the parameter: the speed of a published or measured device is a fact, only that
 * of a device set by the user is a setting.
 */
export function canStandAt(scenario: Scenario, parameter: SweepParameter): boolean {
  switch (parameter.kind) {
    case 'capacity':
    case 'delay':
      return scenario.links.some(({ id }) => id === parameter.link);
    case 'speed':
      return scenario.nodes.some(({ id, device }) => id === parameter.node && device?.kind === 'custom');
    case 'memory':
      return scenario.nodes.some(({ id }) => id === parameter.node);
    case 'input-px':
      return scenario.workload.kind === 'catalogue';
  }
}

/** The document with the parameter at a value; the same object where it cannot be, or is there already. */
export function standAt(scenario: Scenario, parameter: SweepParameter, value: number): Scenario {
  switch (parameter.kind) {
    case 'capacity':
      return changeCapacity(scenario, parameter.link, value, parameter.direction);
    case 'delay':
      return changeLink(scenario, parameter.link, { propagationMs: value });
    case 'speed': {
      const device = scenario.nodes.find(({ id }) => id === parameter.node)?.device;
      return device?.kind === 'custom'
        ? changeNode(scenario, parameter.node, { device: { kind: 'custom', speed: device.speed * value } })
        : scenario;
    }
    case 'memory':
      return changeNode(scenario, parameter.node, { memoryMB: value });
    case 'input-px': {
      const { workload } = scenario;
      return workload.kind === 'catalogue'
        ? changeWorkload(scenario, { ...workload, inputPx: Math.round(value) })
        : scenario;
    }
  }
}
