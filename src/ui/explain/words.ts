/** Phrases that several sentences share. */
import { architectureNames } from '../../core/model/catalogue/catalogue';
import type { NodeId } from '../../core/network/types';
import type { Scenario } from '../../core/scenario/types';
import { formatBytes, formatCount } from '../format';
import { namesOf } from '../errors/names';

/** What runs, as the subject of a sentence: "MobileNetV2", or 'The chain "Three layers"', which may be a plural. */
export function modelPhrase({ workload }: Scenario): string {
  return workload.kind === 'catalogue'
    ? architectureNames[workload.architecture]
    : workload.kind === 'imported'
      ? workload.name
      : `The chain "${workload.name}"`;
}

/** The source on first mention: "the phone (UE)", or its own name: "Pi 4 (UE)". */
export function sourcePhrase(scenario: Scenario): string {
  const name = namesOf(scenario).node(scenario.sourceId);
  if (/^(ue|(smart)?phone)?( \(ue\))?$/iu.test(name)) return 'the phone (UE)';
  return /\bue\b/iu.test(name) ? name : `${name} (UE)`;
}

/** "split in two places" */
export function splitPhrase(cuts: number): string {
  return `split in ${formatCount(cuts, 'place')}`;
}

/** "Phone", "Phone and Cloud", "Phone, Edge and Cloud". */
export function listNodes(scenario: Scenario, nodes: readonly NodeId[]): string {
  const names = namesOf(scenario);
  return joinWords([...new Set(nodes)].map((node) => names.node(node)));
}

export function joinWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)!}`;
}

/** "block 7", "blocks 1–12". `from` blocks are done before, `to` after. */
export function blocksPhrase(from: number, to: number): string {
  return to === from + 1 ? `block ${to}` : `blocks ${from + 1}–${to}`;
}

/** What crosses a boundary: the picture before the first block, features between, the result after the last. */
export function boundaryPhrase(boundary: number, blockCount: number): string {
  if (boundary === 0) return 'before the first block';
  return boundary === blockCount ? 'after the last block' : `after block ${boundary}`;
}

/** "41 of the 54 boundaries between blocks ship less than the input (602 kB)": the one way in which they are counted. */
export function smallerThanInputPhrase(boundaryBytes: readonly number[]): string {
  const inner = boundaryBytes.slice(1, -1);
  if (inner.length === 0) return 'one block has no place to cut';
  const input = boundaryBytes[0]!;
  const smaller = inner.filter((bytes) => bytes < input).length;
  return `${smaller === 0 ? 'none' : smaller} of the ${inner.length} boundaries between blocks ${smaller < 2 ? 'ships' : 'ship'} less than the input (${formatBytes(input)})`;
}
