import { describe, expect, it } from 'vitest';
import type { FaultPlace } from '../../core/onnx/modelFacts';
import { describeModelTrouble, describeVerdict, type ModelTrouble } from './describeModel';

const verdict = { kind: 'unknown-domain', operator: 'Mish_3', domain: 'my.ops' } as const;
const troubles: readonly ModelTrouble[] = [
  { kind: 'not-onnx', detail: 'The first byte is 0x7b.' },
  { kind: 'cut-short', detail: 'a tensor ends at byte 900 of 700' },
  { kind: 'too-large', bytes: 3e9, limitBytes: 2e9 },
  { kind: 'external-missing', paths: ['a', 'b', 'c', 'd'] },
  { kind: 'external-short', path: 'w.bin', needed: 1000, found: 10 },
  { kind: 'inconsistent', at: { what: 'operator', name: 'Conv_1' }, detail: 'nobody makes "x"' },
  { kind: 'dims-missing', keys: ['batch'] },
  { kind: 'cannot-run', verdict },
  { kind: 'run-failed', message: 'Reshape: shapes do not fit' },
  { kind: 'out-of-memory', message: 'std::bad_alloc' },
  { kind: 'took-too-long', limitS: 20 },
  { kind: 'worker-failed', message: '' },
  { kind: 'no-model', names: ['a.bin'] },
  { kind: 'not-taken' },
  { kind: 'files-missing', name: 'tiny' },
];

describe('what stands in the way of a model', () => {
  it.each(troubles.map((trouble) => [trouble.kind, trouble] as const))(
    '%s says what happened and what to do, in whole sentences',
    (_, trouble) => {
      const { title, action } = describeModelTrouble(trouble);
      for (const text of [title, action]) {
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/undefined|NaN|!|\.\./);
      }
    },
  );

  it('names the operator and the reason', () => {
    expect(describeModelTrouble({ kind: 'cannot-run', verdict }).title).toContain(
      '"Mish_3" is from "my.ops"',
    );
    expect(describeModelTrouble(troubles[5]!).title).toContain('the operator "Conv_1": nobody makes "x"');
  });

  it('names weights as a tensor, and nothing where the whole model is meant', () => {
    const titleAt = (at: FaultPlace) =>
      describeModelTrouble({ kind: 'inconsistent', at, detail: 'no results' }).title;
    expect(titleAt({ what: 'tensor', name: 'w' })).toBe(
      'The model contradicts itself at the tensor "w": no results.',
    );
    expect(titleAt({ what: 'model' })).toBe('The model contradicts itself: no results.');
  });

  it('does not call tensors operators', () => {
    const { title } = describeVerdict({ kind: 'too-many-tensors', found: 9, limit: 5 });
    expect(title).toBe('It has 9 tensors between its operators; up to 5 can be opened.');
  });

  it('shortens a long list', () => {
    expect(describeModelTrouble(troubles[3]!).title).toContain('"a", "b", "c" and 1 more');
  });

  it('tells what stops a model from what only stays whole', () => {
    expect(describeVerdict(verdict).stops).toBe(true);
    expect(describeVerdict({ kind: 'stays-whole', operator: 'If_0', operatorKind: 'If' })).toMatchObject({
      stops: false,
      title: 'The operator "If_0" (If) has a body of its own and stays whole.',
    });
  });
});
