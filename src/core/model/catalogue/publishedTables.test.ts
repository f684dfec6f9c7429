import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../scenario/types';
import { boundariesOf } from '../boundaries';
import { elementsOf } from '../elementsOf';
import { buildGraph } from './catalogue';

/** Layer tables at 224 px that were computed independently; they lie beside the repository, not in it. */
const folder = new URL('../../../../../shared/data/models/', import.meta.url);

interface Row {
  readonly name: string;
  readonly out_elems: number;
  readonly cut_bytes: number;
  readonly cut_tensors: readonly string[];
  readonly params: number;
  readonly macs: number;
}

const files: [Architecture, string][] = [
  ['alexnet', 'alexnet.json'],
  ['mobilenet-v2', 'mobilenet_v2.json'],
  ['resnet-18', 'resnet18.json'],
  ['resnet-50', 'resnet50.json'],
  ['vgg-11', 'vgg11.json'],
  ['vgg-16', 'vgg16.json'],
];

describe.skipIf(!fs.existsSync(folder))(
  'layer tables of ../shared/data/models (skipped without them)',
  () => {
    it.each(files)(
      '%s has their operators, in their order, with their live tensors',
      (architecture, file) => {
        const table = JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')) as { ops: Row[] };
        const graph = buildGraph(architecture, 224, 1);
        const boundaries = boundariesOf(graph);
        const rows = graph.operators.map((operator, i): Row => {
          const { tensors, inputElements, featureElements } = boundaries[i + 1]!;
          const learned = operator.weights.filter(({ role }) => role === 'learned');
          return {
            name: operator.name,
            out_elems: elementsOf(graph.tensors[operator.output]!.shape),
            cut_bytes: 4 * (inputElements + featureElements),
            cut_tensors: tensors,
            params: learned.reduce((sum, { shape }) => sum + elementsOf(shape), 0),
            macs: operator.macs,
          };
        });
        // The tables have one operator for an adaptive pooling; its second product bears their name.
        const expected = table.ops.map(({ name, out_elems, cut_bytes, cut_tensors, params, macs }) => {
          return { name, out_elems, cut_bytes, cut_tensors, params, macs };
        });
        expect(rows.filter(({ name }) => name !== 'avgpool.rows')).toEqual(expected);
      },
    );
  },
);
