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
        : `The structure of your model "${workload.name}": names, shapes and sizes of its operators, not its weights`,
    `${count(profiles.length, 'profile', 'profiles')} of block times${measured === 0 ? '' : `, ${measured} of them measured, ${deviceDetails ? 'with' : 'without'} device details`}`,
    ...(ownSplit === null ? [] : ['Your own split']),
    notes === '' ? 'The name' : 'The name and the notes',
  ];
}
