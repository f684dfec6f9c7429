/**
 * What would make a split best: changes a visitor can make with one click, each tried by really solving the changed
 * scenario. Within a group (features, input, picture, link, phone) the smallest change that works is offered.
 */
import type { LinkDirection, LinkId } from '../../core/network/types';
import { deviceCatalogue } from '../../core/profile/deviceCatalogue';
import { changeCapacity, changeNode, changeWorkload } from '../../core/scenario/edits';
import { limits } from '../../core/scenario/limits';
import type { CatalogueWorkload, Scenario } from '../../core/scenario/types';
import type { Solution } from '../../protocol/solverApi';
import { namesOf } from '../errors/names';
import { formatMbps, formatSeconds } from '../format';
import { capacityMbps } from './formulas';
import { planOf } from './heroSentence';
import { linksToOpen } from './reach';
import { joinWords, splitPhrase } from './words';

export interface Trial {
  /** Trials of a group are in order of the size of the change. */
  readonly group: string;
  /** As a button: "Ship the features as int8". */
  readonly label: string;
  readonly apply: (scenario: Scenario) => Scenario;
}

export interface TrialResult {
  readonly trial: Trial;
  readonly totalS: number;
  readonly cuts: number;
}

export function splitTrials(scenario: Scenario, solution: Solution): readonly Trial[] {
  const { workload } = scenario;
  return [
    ...(workload.kind === 'catalogue' ? workloadTrials(workload) : []),
    ...openTrials(scenario, solution),
    ...linkTrials(scenario, solution),
    ...phoneTrials(scenario),
  ];
}

/** null when the change leaves the model in one piece, or makes nothing work. */
export function tryTrial(
  trial: Trial,
  scenario: Scenario,
  solve: (scenario: Scenario) => Solution,
): TrialResult | null {
  const changed = trial.apply(scenario);
  if (changed === scenario) return null;
  const { best } = solve(changed);
  return best === null || best.cuts === 0 ? null : { trial, totalS: best.totalS, cuts: best.cuts };
}

/** Whether a smaller change of the same kind was found already. */
export function isSettled(trial: Trial, results: readonly TrialResult[]): boolean {
  const groups = trial.group === 'both' ? ['both', 'features', 'input'] : [trial.group];
  return results.some((result) => groups.includes(result.trial.group));
}

/** "49.3 ms split in one place, 14.3 ms slower than now" */
export function resultPhrase({ totalS, cuts }: TrialResult, nowS: number): string {
  const difference =
    totalS <= nowS ? `${formatSeconds(nowS - totalS)} faster` : `${formatSeconds(totalS - nowS)} slower`;
  return `${formatSeconds(totalS)} ${splitPhrase(cuts)}, ${difference} than now`;
}

/** Whether a split comes at the price of the best time: a lesson, not an improvement. */
export function isSlower({ totalS }: TrialResult, nowS: number): boolean {
  return totalS > nowS;
}

/** What was tried, for the sentence that says that nothing helped. */
export function triedPhrase(scenario: Scenario, solution: Solution): string {
  const tried = [
    ...(scenario.workload.kind === 'catalogue' ? ['precision', 'picture size'] : []),
    ...(openTrials(scenario, solution).length > 0 ? ['capacity of the links that are down'] : []),
    ...(accessHop(solution) === null ? [] : ['access link']),
    'UE',
  ];
  return joinWords(tried, 'or');
}

const pictureSizes = [64, 96, 128, 160, 192, 224, 256, 320, 384, 512];

function workloadTrials(workload: CatalogueWorkload): Trial[] {
  const change = (group: string, label: string, patch: Partial<CatalogueWorkload>): Trial => ({
    group,
    label,
    apply: (scenario) => changeWorkload(scenario, { ...workload, ...patch }),
  });
  const trials: Trial[] = [];
  if (workload.shipped === 'fp32')
    trials.push(change('features', 'Ship the features as fp16', { shipped: 'fp16' }));
  if (workload.shipped !== 'int8')
    trials.push(change('features', 'Ship the features as int8', { shipped: 'int8' }));
  if (workload.rawInput === 'uint8')
    trials.push(change('input', 'Ship the input as fp32', { rawInput: 'fp32' }));
  if (workload.rawInput === 'uint8' && workload.shipped !== 'int8') {
    trials.push(
      change('both', 'Ship the features as int8 and the input as fp32', {
        shipped: 'int8',
        rawInput: 'fp32',
      }),
    );
  }
  const smaller = pictureSizes.filter((px) => px < workload.inputPx).reverse();
  const larger = pictureSizes.filter((px) => px > workload.inputPx);
  for (const inputPx of smaller)
    trials.push(change('smaller', `Use a smaller picture, ${inputPx} px`, { inputPx }));
  for (const inputPx of larger)
    trials.push(change('larger', `Use a larger picture, ${inputPx} px`, { inputPx }));
  return trials;
}

const factors = [1.5, 2, 3, 5, 10, 30, 100];

const openMbps = [1, 5, 20, 50, 100, 300, 1000];

/** Links that are down and cut the other nodes off, up again: all of them, since each is needed. */
function openTrials(scenario: Scenario, solution: Solution): Trial[] {
  const links = linksToOpen(scenario, solution);
  if (links.length === 0) return [];
  const name = joinWords(links.map((link) => namesOf(scenario).link(link)));
  return openMbps.map((mbps) => ({
    group: 'open-link',
    label: `Give ${name} ${formatMbps(mbps)}`,
    apply: (document) => links.reduce((next, link) => openLink(next, link, mbps), document),
  }));
}

/** Both directions of a link that are down get this capacity; one that is up keeps its own. */
function openLink(scenario: Scenario, id: LinkId, mbps: number): Scenario {
  const link = scenario.links.find((other) => other.id === id);
  if (link === undefined) return scenario;
  const opened = link.aToBMbps === 0 ? changeCapacity(scenario, id, mbps, 'aToB') : scenario;
  return link.bToAMbps === 0 ? changeCapacity(opened, id, mbps, 'bToA') : opened;
}

/** The access link faster or slower: the first hop of the plans that leave the UE. */
function linkTrials(scenario: Scenario, solution: Solution): Trial[] {
  const access = accessHop(solution);
  const link = scenario.links.find((other) => other.id === access?.link);
  if (access === null || link === undefined) return [];
  const now = capacityMbps(link, access.direction);
  const name = namesOf(scenario).link(link.id);
  const trial = (group: string, words: string, wanted: number): Trial => {
    const mbps = Number(wanted.toPrecision(2));
    return {
      group,
      label: `${words} ${name}, ${formatMbps(mbps)}`,
      apply: (document) =>
        changeCapacity(document, link.id, mbps, link.symmetric ? 'both' : access.direction),
    };
  };
  return [
    ...factors
      .filter((factor) => now * factor <= limits.maxCapacityMbps)
      .map((factor) => trial('faster-link', 'Speed up', now * factor)),
    ...factors
      .filter((factor) => now / factor >= limits.minCapacityMbps)
      .map((factor) => trial('slower-link', 'Slow down', now / factor)),
  ];
}

function accessHop(solution: Solution): { readonly link: LinkId; readonly direction: LinkDirection } | null {
  const plans = [solution.best, planOf(solution, 'cloud-only'), planOf(solution, 'edge-only')];
  for (const plan of plans) {
    const hop = plan?.legs.find((leg) => leg.kind === 'transfer');
    if (hop?.kind === 'transfer') return hop;
  }
  return null;
}

/** Other devices that people carry, as the UE. */
function phoneTrials(scenario: Scenario): Trial[] {
  const present = scenario.nodes.find((node) => node.id === scenario.sourceId)?.device;
  return deviceCatalogue
    .filter((device) => device.suggestedKinds.includes('ue'))
    .filter((device) => present?.kind !== 'catalogue' || present.id !== device.id)
    .map((device) => ({
      group: 'phone',
      label: `Use ${device.name} as the UE`,
      apply: (document: Scenario) =>
        changeNode(document, document.sourceId, { device: { kind: 'catalogue', id: device.id } }),
    }));
}
