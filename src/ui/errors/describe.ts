/**
 * The one place that words what went wrong: what happened and where (`title`), and what to do about it (`action`).
 * Every switch is exhaustive, so a new kind of trouble does not compile until it has words.
 */
import type { LinkId } from '../../core/network/types';
import type { Problem } from '../../core/scenario/problems';
import type { InfeasibleReason } from '../../core/solvers/types';
import type { StudyTrouble } from '../../core/studies/types';
import type { Notice, RunState } from '../../state/types';
import { formatBytes, formatNumber } from '../format';
import { criterionTexts } from '../panels/pareto/criterionTexts';
import { asClause } from './asClause';
import type { Names } from './names';

export interface Description {
  readonly title: string;
  readonly action: string;
}

export type StorageTrouble = Extract<Notice, { kind: 'storage-error' }>['failure'];
export type WorkerTrouble = Extract<RunState, { status: 'failed' }>['failure'];

export function describeProblem(problem: Problem, names: Names): Description {
  switch (problem.kind) {
    case 'no-route':
    case 'no-node-computes':
    case 'does-not-fit':
    case 'block-does-not-fit':
    case 'blocks-do-not-pack':
    case 'not-found-in-time':
    case 'leaks':
      return describeInfeasible(problem, names);
    case 'link-down':
      return {
        title: `The link ${names.link(problem.link)} is down (capacity 0).`,
        action: 'Give it a capacity to use it again.',
      };
    case 'source-has-no-device':
      return {
        title: `${names.node(problem.node)} is the source but has no device.`,
        action: 'Choose a device for it: the model starts there.',
      };
    case 'profile-mismatch':
      return {
        title:
          problem.measuredFor === ''
            ? `The measurement of ${names.node(problem.node)} is not in this document.`
            : `${names.node(problem.node)} was measured for ${problem.measuredFor}, not for ${problem.needed}.`,
        action: 'Its modelled device is used meanwhile. Profile this device again to use measured times.',
      };
    case 'unknown-device':
      return {
        title: `The device "${problem.deviceId}" of ${names.node(problem.node)} is not in the catalogue.`,
        action: 'The node only forwards for now. Choose another device for it.',
      };
    case 'unreachable':
      return {
        title: `${names.node(problem.node)} cannot be reached from the source.`,
        action: 'Connect it, or give a link on the way a capacity.',
      };
    case 'leakage-mismatch':
      return {
        title: `The leakage values are for ${problem.have} boundaries; this model has ${problem.need}.`,
        action: 'They are not used meanwhile. Give one value for each boundary, or choose their model again.',
      };
  }
}

export function describeInfeasible(reason: InfeasibleReason, names: Names): Description {
  switch (reason.kind) {
    case 'no-node-computes':
      return {
        title: 'No node that can be reached computes.',
        action: 'Give a node a device, and mark it as trusted.',
      };
    case 'no-route':
      return {
        title: `No route leads from ${names.node(reason.from)} to ${names.node(reason.to)}.`,
        action: noRouteAction(reason.downLinks, names),
      };
    case 'node-cannot-compute':
      return {
        title: `${names.node(reason.node)} cannot compute.`,
        action: 'Give it a device, and mark it as trusted.',
      };
    case 'no-edge-host':
      return {
        title: 'No MEC host can take part.',
        action: 'Give a MEC host a device, mark it as trusted, and connect it.',
      };
    case 'does-not-fit':
      return {
        title:
          reason.node === null
            ? `The model needs ${formatBytes(reason.needBytes)} of memory; the nodes that can be reached have ${formatBytes(reason.haveBytes)} together.`
            : `The model needs ${formatBytes(reason.needBytes)} of memory; ${names.node(reason.node)} has ${formatBytes(reason.haveBytes)}.`,
        action: moreMemory,
      };
    case 'block-does-not-fit':
      return {
        title: `Block ${reason.block} (${reason.name}) needs ${formatBytes(reason.needBytes)} of memory, more than the ${formatBytes(reason.largestBytes)} of any node that can take part.`,
        action: 'Raise the memory limit of a node, or choose a narrower or smaller model.',
      };
    case 'leaks':
      return {
        title: `What crosses ${boundaryName(reason.boundary)} leaks ${formatNumber(reason.leakage)}, more than the limit of ${formatNumber(reason.limit)}, and would have to be handed to an untrusted node.`,
        action: 'Raise the leakage limit, or mark a node as trusted.',
      };
    case 'over-limit': {
      const { phrase, format } = criterionTexts[reason.criterion];
      return {
        title: `No plan keeps ${phrase} within ${format(reason.limit)}: with the limits before it, the least is ${format(reason.least)}.`,
        action: 'Raise this limit or another one.',
      };
    }
    case 'blocks-do-not-pack':
      return {
        title: `The model needs ${formatBytes(reason.needBytes)} of memory and the nodes have ${formatBytes(reason.haveBytes)} together, but no way to place its blocks fits them.`,
        action: moreMemory,
      };
    case 'not-found-in-time':
      return {
        title: `No plan was found before the search was cut short: the model needs ${formatBytes(reason.needBytes)} of memory and the nodes have ${formatBytes(reason.haveBytes)} together, which may or may not suffice.`,
        action: moreMemory,
      };
    case 'criterion-unknown':
      return {
        title: `This method needs ${criterionTexts[reason.criterion].phrase}, which is not known here.`,
        action:
          reason.criterion === 'leakage'
            ? 'Enter a leakage for each boundary, or choose another criterion.'
            : 'Enter the power of the nodes that have none, or choose another criterion.',
      };
    case 'search-cut-off':
      return {
        title:
          'The search was cut short before it found a plan within the limits, or proved that there is none.',
        action: 'Loosen a limit, or use fewer of them.',
      };
  }
}

/**
 * Why a study (the messages, the split graph, training ...) has nothing to show for this document. `downLinks`: those of
 * the document with a capacity of 0, which may be all that is wrong.
 */
export function describeStudyTrouble(
  trouble: StudyTrouble,
  names: Names,
  downLinks: readonly LinkId[] = [],
): Description {
  switch (trouble.kind) {
    case 'source-has-no-device':
      return {
        title: 'The source has no device, so there is nothing to compute on.',
        action: 'Select it and choose a device: the model starts there.',
      };
    case 'one-node':
      return {
        title:
          'Fewer than two computing nodes lie on the way to the sink, so there is nothing to split over.',
        action: `${raiseFirst(downLinks, names)}Give another node on the way a device, and mark it as trusted.`,
      };
    case 'no-split': {
      const { title, action } = describeInfeasible(trouble.because, names);
      const { because } = trouble;
      const isSaid = because.kind === 'no-route' && because.downLinks.length > 0;
      return {
        title: `No split over the row of computing nodes works. ${title}`,
        action: isSaid ? action : `${raiseFirst(downLinks, names)}${action}`,
      };
    }
  }
}

const boundaryName = (boundary: number): string =>
  boundary === 0 ? 'the source (the input)' : `the cut after block ${boundary}`;

const moreMemory = 'Raise the memory limit, choose a narrower or smaller model, or let more nodes compute.';

function raiseFirst(downLinks: readonly LinkId[], names: Names): string {
  if (downLinks.length === 0) return '';
  const list = downLinks.map((link) => names.link(link)).join(', ');
  return downLinks.length === 1
    ? `First raise the capacity of the link ${list}, which is down. `
    : `First raise the capacity of these links, which are down: ${list}. `;
}

function noRouteAction(downLinks: readonly LinkId[], names: Names): string {
  if (downLinks.length === 0) return 'Connect them with a link.';
  const list = downLinks.map((link) => names.link(link)).join(', ');
  return downLinks.length === 1
    ? `The link ${list} is down: give it a capacity, or add another link.`
    : `These links are down: ${list}. Give one a capacity, or add another link.`;
}

export function describeStorageFailure(failure: StorageTrouble): Description {
  switch (failure.kind) {
    case 'storage-unavailable':
      return {
        title: 'This browser does not let the page store anything.',
        action:
          'A private window or the site settings may forbid it. Everything works, but is gone when the page closes. Save a file or copy the link to keep it.',
      };
    case 'storage-full':
      return {
        title: 'The storage of this browser for this page is full.',
        action: 'Remove stored profiles or models, or save a file or copy the link to keep your work.',
      };
  }
}

/** Two tabs share one autosave. */
export const otherTabDescription: Description = {
  title: 'Another tab of this page has saved a different scenario.',
  action:
    'This tab keeps its own work, but a reload opens whichever was changed last. Save a file or copy the link to be sure of both.',
};

export function describeWorkerFailure(
  failure: WorkerTrouble,
  worker: 'solver' | 'profiler' = 'solver',
): Description {
  return worker === 'solver'
    ? {
        title: `The solver stopped working: ${asClause(failure.message)}.`,
        action:
          'The drawing is safe and can be edited; plans still on screen are old. Retry starts a fresh solver.',
      }
    : {
        title: `The measurement stopped working: ${asClause(failure.message)}.`,
        action: 'Nothing was saved. Try again.',
      };
}

/** A thrown error is a bug: say so, and what still works. */
export function describeCrash(panel: string, error: unknown): Description {
  const message = error instanceof Error ? error.message : String(error);
  return {
    title: `${panel} ran into a fault of this page: ${asClause(message)}.`,
    action:
      'The scenario is safe. Retry draws this part again; if it stays so, save a file and reload the page.',
  };
}
