import { expect, it } from 'vitest';
import { isUncounted } from './uncounted';

it('operators with bodies and functions of the model’s own are not counted inside, the runtime’s own are', () => {
  const inside = ['If', 'Loop', 'Scan', 'SequenceMap', 'own.Twice', 'pkg.onnxscript.torch_lib.aten_mean'];
  const whole = ['Conv', 'LSTM', 'com.microsoft.FusedConv', 'ai.onnx.ml.LinearRegressor'];
  expect(inside.filter((kind) => !isUncounted(kind))).toEqual([]);
  expect(whole.filter(isUncounted)).toEqual([]);
});
