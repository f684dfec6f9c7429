import { createGraphBuilder } from '../../model/catalogue/graphBuilder';
import { encodeGraph } from '../encodeGraph';

const operatorsOfUnit = 5;

/** A real model of many small operators: residual units over a small picture, five operators each, its name "deep". */
export function deepModel(operators: number): Uint8Array<ArrayBuffer> {
  const graph = createGraphBuilder('deep', [1, 2, 4, 4]);
  let last = graph.input;
  for (let unit = 0; unit < operators / operatorsOfUnit; unit += 1) {
    const name = `unit${unit}`;
    const wide = graph.relu(`${name}.relu`, graph.conv(`${name}.conv`, last, { channels: 2, kernel: 1 }));
    const back = graph.conv(`${name}.back`, wide, { channels: 2, kernel: 1 });
    last = graph.relu(`${name}.out`, graph.add(`${name}.add`, back, last));
  }
  return encodeGraph(graph.finish(last), { seed: 1, weights: 'seeded' });
}
