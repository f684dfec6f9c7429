/** What can go wrong while a split is executed, in words. */
import type { SplitRun } from '../../state/splitRunTypes';
import { asClause } from './asClause';
import type { Description } from './describe';
import { describeModelTrouble } from './describeModel';

export type SplitTrouble = Extract<SplitRun, { status: 'failed' }>['failure'];

export function describeSplitTrouble(trouble: SplitTrouble): Description {
  switch (trouble.kind) {
    case 'nothing-to-run':
      return {
        title: 'A custom chain is numbers only: there is nothing to run.',
        action: 'Choose a model of the catalogue, or open your own, under "What runs".',
      };
    case 'no-plan':
      return {
        title: 'There is no plan to run.',
        action: 'Choose a plan that works in Compare; it is run as it is drawn.',
      };
    case 'files-missing':
      return {
        title: `The weights of ${trouble.name} are not on this device: documents and links carry the structure only.`,
        action: 'Drop the .onnx file on the page, then run the split again.',
      };
    case 'edge-gone':
      return {
        title: 'The edge server is not connected any more.',
        action: 'Connect to it again, or let a worker of this page stand for the node.',
      };
    case 'part-failed':
      if (isUnreachable(trouble.message)) {
        return {
          title: 'ONNX Runtime could not be fetched: the server of this page does not answer.',
          action:
            'What was measured before is kept. Start that server or look at the network, then try again.',
        };
      }
      return {
        title: `A part of the model could not run: ${asClause(trouble.message)}.`,
        action: 'What was measured before is kept. Try again, or cut somewhere else.',
      };
    case 'out-of-memory':
      return {
        title: `The parts do not fit into this browser's memory: ${asClause(trouble.message)}.`,
        action:
          'What was measured before is kept. Close other tabs, or choose a smaller model, width or picture.',
      };
    case 'worker-failed':
      return {
        title: `A worker stopped: ${asClause(trouble.message)}.`,
        action: 'What was measured before is kept. Try again.',
      };
    case 'not-onnx':
    case 'cut-short':
    case 'too-large':
    case 'external-missing':
    case 'external-short':
    case 'inconsistent':
    case 'dims-missing':
    case 'cannot-run':
    case 'run-failed':
    case 'took-too-long':
      return describeModelTrouble(trouble);
  }
}

/** What browsers say when the runtime's files cannot be had, as where the edge server that served the page has stopped. */
function isUnreachable(message: string): boolean {
  return /no available backend/i.test(message) && /NetworkError|Failed to fetch|Load failed/i.test(message);
}
