import { describe, expect, it } from 'vitest';
import { architectures, widths } from '../scenario/types';
import { toBlockChain } from './blocks';
import { boundariesOf } from './boundaries';
import { buildGraph } from './catalogue/catalogue';
import { createGraphBuilder } from './catalogue/graphBuilder';
import type { LayerGraph } from './types';

/**
 * What must cross before operator `position`, from the receiver's side: everything that the remaining operators or the reader of
 * the answer want and that no remaining operator makes.
 */
function neededBy(graph: LayerGraph, position: number): Set<string> {
  const needed = new Set([graph.output]);
  for (const { inputs, output } of graph.operators.slice(position).reverse()) {
    needed.delete(output);
    for (const tensor of inputs) needed.add(tensor);
  }
  return needed;
}

function sizes(graph: LayerGraph, tensors: Iterable<string>): { input: number; features: number } {
  const total = { input: 0, features: 0 };
  for (const id of tensors) {
    let elements = 1;
    for (const extent of graph.tensors[id]!.shape) elements *= extent;
    total[id === graph.input ? 'input' : 'features'] += elements;
  }
  return total;
}

describe.each(architectures)('%s', (architecture) => {
  it.each(widths)('ships what the other side needs at every operator, at width %d', (width) => {
    for (const inputPx of [64, 97, 224, 512]) {
      const graph = buildGraph(architecture, inputPx, width);
      const boundaries = boundariesOf(graph);
      expect(boundaries).toHaveLength(graph.operators.length + 1);
      boundaries.forEach(({ tensors, inputElements, featureElements }, position) => {
        const needed = neededBy(graph, position);
        expect(new Set(tensors)).toEqual(needed);
        expect(tensors).toHaveLength(needed.size);
        expect({ input: inputElements, features: featureElements }).toEqual(sizes(graph, needed));
      });
    }
  });

  it.each(widths)('ships what the other side needs between its blocks, at width %d', (width) => {
    for (const inputPx of [64, 160, 224]) {
      const graph = buildGraph(architecture, inputPx, width);
      const { blocks, boundaries } = toBlockChain(graph);
      let position = 0;
      boundaries.forEach(({ tensors, inputElements, featureElements }, k) => {
        const needed = neededBy(graph, position);
        expect(new Set(tensors)).toEqual(needed);
        expect({ input: inputElements, features: featureElements }).toEqual(sizes(graph, needed));
        position += blocks[k]?.operators.length ?? 0;
      });
    }
  });
});

describe('a boundary', () => {
  it('lists a tensor once however often it is read, and the input as long as it is', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    const y = builder.relu('relu', builder.input);
    const doubled = builder.add('doubled', y, y);
    const graph = builder.finish(builder.add('sum', doubled, builder.input));
    expect(boundariesOf(graph)).toEqual([
      { tensors: ['input'], inputElements: 128, featureElements: 0 },
      { tensors: ['input', 'relu'], inputElements: 128, featureElements: 128 },
      { tensors: ['input', 'doubled'], inputElements: 128, featureElements: 128 },
      { tensors: ['sum'], inputElements: 0, featureElements: 128 },
    ]);
  });

  it('drops a result that nobody reads, but never the output, even where it is read again', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    const output = builder.relu('output', builder.input);
    builder.relu('unused', output);
    expect(boundariesOf(builder.finish(output)).map(({ tensors }) => tensors)).toEqual([
      ['input'],
      ['output'],
      ['output'],
    ]);
  });
});
