/** How the settings of a simulation follow the rest of the document. */
import { defaultSimulation, type SimulationSettings } from '../simulation/settings';
import { sameData } from './sameData';
import type { Scenario } from './types';

/** What a document says of its simulation: nothing where it is as usual. */
export function unlessUsual(settings: SimulationSettings): SimulationSettings | null {
  return sameData(settings, defaultSimulation) ? null : settings;
}

/** Shares and traces of links that are gone go with them; the same object while none is. */
export function simulationOn({ links, simulation }: Scenario): SimulationSettings | null {
  if (simulation === null) return null;
  const ids = new Set(links.map((link) => link.id));
  const isThere = ({ link }: { readonly link: Scenario['links'][number]['id'] }): boolean => ids.has(link);
  const { traffic, traces } = simulation;
  if (traffic.links.every(isThere) && traces.every(isThere)) return simulation;
  return unlessUsual({
    ...simulation,
    traffic: { ...traffic, links: traffic.links.filter(isThere) },
    traces: traces.filter(isThere),
  });
}
