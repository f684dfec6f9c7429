/** What can go wrong while this device is measured, in words. */
import type { ConfigurationRun } from '../../state/profilingTypes';
import { formatSeconds } from '../format';
import { asClause } from './asClause';
import { describeWorkerFailure, type Description } from './describe';
import { describeModelTrouble } from './describeModel';

export type ProfilingTrouble = Extract<ConfigurationRun, { status: 'failed' }>['failure'];

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
      return describeModelTrouble(failure);
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
      return { title: noGpuTitles[failure.reason], action: noGpuActions[failure.reason] };
    case 'model-fault':
      return describeModelTrouble(failure.fault);
    case 'worker-failed':
      return describeWorkerFailure(failure, 'profiler');
  }
}

type NoGpu = Extract<ProfilingTrouble, { kind: 'no-gpu' }>['reason'];

const noGpuTitles: Readonly<Record<NoGpu, string>> = {
  'no-webgpu': 'This browser has no WebGPU, or it is switched off.',
  'no-adapter': 'The browser gives no GPU: there is none, or its driver is blocked.',
  'no-device': 'The GPU could not be started: another page may hold all of it.',
  'device-lost': 'The GPU was lost while it ran: its driver was restarted, or its memory ran out.',
};
const onCpu = 'The CPU is measured all the same.';
const noGpuActions: Readonly<Record<NoGpu, string>> = {
  'no-webgpu': `Use a browser with WebGPU for this configuration. ${onCpu}`,
  'no-adapter': `Update the driver, or use another browser. ${onCpu}`,
  'no-device': `Close other pages that use the GPU, and try again. ${onCpu}`,
  'device-lost': `Try again, or choose a smaller model or picture. ${onCpu}`,
};

function countBlocks(blocks: readonly string[]): string {
  const shown = blocks.slice(0, 3).join(', ');
  const rest = blocks.length - 3;
  return rest > 0
    ? `${shown} and ${rest} more blocks`
    : `the block${blocks.length === 1 ? '' : 's'} ${shown}`;
}
