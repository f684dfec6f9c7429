import { describe, expect, it } from 'vitest';
import { describeSplitTrouble } from './describeSplit';

describe('trouble of a run', () => {
  it('names the server where the runtime cannot be fetched, and the part where it cannot run', () => {
    const gone =
      'no available backend found. ERR: [wasm] RuntimeError: Aborted(NetworkError: Failed to load x.wasm).';
    expect(describeSplitTrouble({ kind: 'part-failed', message: gone }).title).toBe(
      'ONNX Runtime could not be fetched: the server of this page does not answer.',
    );
    const odd = 'no available backend found. ERR: [wasm] RuntimeError: Aborted(OOM).';
    expect(describeSplitTrouble({ kind: 'part-failed', message: odd }).title).toContain('OOM');
  });
});
