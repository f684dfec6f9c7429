import { formatBytes, formatWhole } from '../../format';
import type { Scenario } from '../../../core/scenario/types';

/** What a link or file carries, one line a part. */
export function linkContents(scenario: Scenario, deviceDetails: boolean): readonly string[] {
  const { nodes, links, profiles, notes, ownSplit, workload } = scenario;
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
    notes === '' ? 'The name' : 'The name and the notes',
  ];
}

/** Beyond this many characters chat programs, mail and some servers cut links off. */
export const longLink = 30_000;

/** What to do about a link that is too long to be passed on; null for one that is not. */
export function longLinkWarning(length: number, hasModel: boolean): string | null {
  if (length <= longLink) return null;
  const why = hasModel ? ' The structure of the imported model makes it so.' : '';
  return `This link is long (${formatBytes(length)}): chat and mail may cut it off.${why} Save to a file and send that instead.`;
}
