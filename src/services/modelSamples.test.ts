import { expect, test } from 'vitest';
import { sampleNames, shippedDims } from '../profiling/testing/openSample';
import { modelSamples } from './modelSamples';

test('tests and benchmarks open the models that come with the page, in the sizes that it opens them with', () => {
  const shipped = modelSamples.map(({ id, dims }) => [id, dims]);
  expect(sampleNames.map((name) => [name, shippedDims[name]])).toEqual(shipped);
});
