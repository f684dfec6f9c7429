import { formatBytes, formatWhole } from '../../format';
import type { Scenario } from '../../../core/scenario/types';
import type { SimulationSettings } from '../../../core/simulation/settings';

/** What a link or file carries, one line a part. */
export function linkContents(scenario: Scenario, deviceDetails: boolean): readonly string[] {
  const { nodes, links, profiles, notes, ownSplit, simulation, workload } = scenario;
  const measured = profiles.filter((profile) => profile.source.kind === 'measured').length;
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  return [
    `The drawing: ${count(nodes.length, 'node', 'nodes')} and ${count(links.length, 'link', 'links')} with names, positions and capacities`,
    workload.kind === 'catalogue'
      ? 'Which model runs and how its features are shipped (not the model itself)'
      : workload.kind === 'custom'
        ? `The custom chain "${workload.name}" with its ${count(workload.blocks.length, 'block', 'blocks')}`
        : `The structure of the model "${workload.name}": names, shapes and sizes of its ${formatWhole(workload.graph.operators.length)} operators. Not its weights: whoever opens it needs the same file to measure or run it`,
    `${count(profiles.length, 'profile', 'profiles')} of block times${measured === 0 ? '' : `, ${measured} of them measured, ${deviceDetails ? 'with' : 'without'} device details`}`,
    ...(ownSplit === null ? [] : ['Your own split']),
    simulation === null
      ? 'The seed of the simulation, whose settings are the usual ones'
      : simulationContents(simulation),
    notes === '' ? 'The name' : 'The name and the notes',
  ];
}

function simulationContents({ traces }: SimulationSettings): string {
  const what = 'How the network moves in time: seed, radio, the UE’s way, traffic, prediction';
  if (traces.length === 0) return what;
  const samples = traces.reduce((sum, { mbps }) => sum + mbps.length, 0);
  const files = traces.length === 1 ? 'a trace' : `${traces.length} traces`;
  return `${what}, and ${files} with the name of the file and ${formatWhole(samples)} ${samples === 1 ? 'sample' : 'samples'}`;
}

/** Beyond this many characters chat programs, mail and some servers cut links off. */
export const longLink = 30_000;

/** What to do about a link that is too long to be passed on; null for one that is not. */
export function longLinkWarning(length: number, { workload, simulation }: Scenario): string | null {
  if (length <= longLink) return null;
  const hasTraces = simulation !== null && simulation.traces.length > 0;
  const why =
    workload.kind === 'imported'
      ? ' The structure of the imported model makes it so.'
      : hasTraces
        ? ' The traces make it so.'
        : '';
  return `This link is long (${formatBytes(length)}): chat and mail may cut it off.${why} Save to a file and send that instead.`;
}
