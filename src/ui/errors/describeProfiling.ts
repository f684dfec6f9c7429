/** What can go wrong while this device is measured, in words. */
import type { ProfilingState } from '../../state/types';
import { formatSeconds } from '../format';
import { asClause } from './asClause';
import { describeWorkerFailure, type Description } from './describe';

export type ProfilingTrouble = Extract<ProfilingState, { status: 'failed' }>['failure'];

export function describeProfileFailure(failure: ProfilingTrouble): Description {
  switch (failure.kind) {
    case 'runtime-failed':
      return {
        title: `ONNX Runtime could not be loaded: ${asClause(failure.message)}.`,
        action: 'Check the connection to this site and try again. The modelled device is used meanwhile.',
      };
    case 'session-failed':
      return {
        title: `ONNX Runtime could not run the model: ${asClause(failure.message)}.`,
        action: 'Try again, or choose another model or a smaller picture.',
      };
    case 'out-of-memory':
      return {
        title: `The model does not fit into this browser's memory: ${asClause(failure.message)}.`,
        action: 'Close other tabs, or choose a smaller model, width or picture.',
      };
    case 'blocks-not-found':
      return {
        title: `The measurement has no time for ${countBlocks(failure.blocks)}.`,
        action: 'Nothing was saved. Try again; if it stays so, please report the model and the browser.',
      };
    case 'clock-too-coarse':
      return {
        title: `The clock of this page steps by ${formatSeconds(failure.clockS)}, too coarse to time the blocks of this model.`,
        action:
          'Nothing was saved; the modelled device is used meanwhile. A protection against fingerprinting may coarsen the clock: lift it for this page, use another browser, or choose a larger model or picture.',
      };
    case 'no-gpu':
      return {
        title: `There is no GPU to measure: ${asClause(failure.message)}.`,
        action: 'Measure on the CPU instead, or use a browser with WebGPU.',
      };
    case 'model-fault':
      return {
        title: 'The model could not be prepared.',
        action: 'Open it again under "What runs".',
      };
    case 'worker-failed':
      return describeWorkerFailure(failure, 'profiler');
  }
}

function countBlocks(blocks: readonly string[]): string {
  const shown = blocks.slice(0, 3).join(', ');
  const rest = blocks.length - 3;
  return rest > 0
    ? `${shown} and ${rest} more blocks`
    : `the block${blocks.length === 1 ? '' : 's'} ${shown}`;
}
