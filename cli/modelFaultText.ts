/** Why a model cannot be opened or measured, in one line for a terminal. */
import type { ModelFault, Verdict } from '../src/core/onnx/modelFacts';
import type { ProfileFailure } from '../src/protocol/profilerApi';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export function modelFaultText(fault: ModelFault): string {
  switch (fault.kind) {
    case 'not-onnx':
      return `not an ONNX model: ${fault.detail}`;
    case 'cut-short':
      return `the file ends too early: ${fault.detail}`;
    case 'too-large':
      return `${megabytes(fault.bytes)}; up to ${megabytes(fault.limitBytes)} can be opened`;
    case 'external-missing':
      return `its weights are in files that are not beside it: ${fault.paths.join(', ')} (--external PATH)`;
    case 'external-short':
      return `${fault.path} has ${fault.found} bytes, the model reads up to byte ${fault.needed}: of another model?`;
    case 'inconsistent':
      return fault.at.what === 'model'
        ? `the model contradicts itself: ${fault.detail}`
        : `the model contradicts itself at the ${fault.at.what} "${fault.at.name}": ${fault.detail}`;
    case 'dims-missing':
      return `sizes are missing: ${fault.keys.map((key) => `--dim ${key}=SIZE`).join(' ')}`;
    case 'cannot-run':
      return verdictText(fault.verdict);
    case 'run-failed':
      return `ONNX Runtime could not run it: ${fault.message}`;
    case 'out-of-memory':
      return `not enough memory: ${fault.message}`;
    case 'took-too-long':
      return `not opened within ${fault.limitS} s`;
  }
}

function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'opset-too-new':
      return `it uses version ${verdict.found} of the operators of "${verdict.domain}", up to ${verdict.known} is known`;
    case 'ir-too-new':
      return `it is written in version ${verdict.found} of the ONNX format, up to ${verdict.known} is known`;
    case 'unknown-domain':
      return `the operator "${verdict.operator}" is from "${verdict.domain}", which ONNX Runtime does not have`;
    case 'not-a-tensor':
      return `"${verdict.value}" is not a tensor of numbers`;
    case 'shape-unknown':
      return `the input "${verdict.value}" does not say how many dimensions it has`;
    case 'too-many-operators':
      return `it has ${verdict.found} operators, up to ${verdict.limit} can be opened`;
    case 'too-many-tensors':
      return `it has ${verdict.found} tensors between operators, up to ${verdict.limit} can be opened`;
    case 'stays-whole':
      return `the operator "${verdict.operator}" (${verdict.operatorKind}) stays whole`;
    case 'no-cut':
      return `nowhere among its ${verdict.operators} operators can it be cut`;
  }
}

export function profileFailureText(failure: ProfileFailure): string {
  switch (failure.kind) {
    case 'runtime-failed':
      return `ONNX Runtime did not start: ${failure.message}`;
    case 'session-failed':
      return `ONNX Runtime refused the model: ${failure.message}`;
    case 'out-of-memory':
      return `not enough memory: ${failure.message}`;
    case 'no-gpu':
      return 'no GPU';
    case 'model-fault':
      return modelFaultText(failure.fault);
    case 'blocks-not-found':
      return `the runtime's profile names none of these blocks: ${failure.blocks.slice(0, 5).join(', ')}`;
    case 'clock-too-coarse':
      return `the model runs faster than the clock can tell (${failure.clockS * 1e6} us)`;
  }
}
