import { describe, expect, it } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { solveScenario } from '../../../core/solvers/solveScenario';
import { workloadChain } from '../../../core/model/workloadChain';
import { importedWorkload, modelPart } from '../../../state/testing/fakeModels';
import { tableToCsv } from '../../charts/chartTable';
import { dataNames, exportChoices, partFiles, partNames } from './exportChoices';
import { layerRows, layerTable } from './layerTable';

describe('where to cut', () => {
  const { best } = solveScenario(openingScenario);
  const blocks = workloadChain(openingScenario.workload).blocks.length;

  it('takes the cuts of the best and of the own split, without the ends', () => {
    const own = { nodes: openingScenario.nodes.map(({ id }) => id), boundaries: [0, 4, 4, 9, blocks] };
    const choices = exportChoices(best, own, 7, blocks);
    expect(choices.map(({ id }) => id)).toEqual(['best', 'own', 'boundary']);
    expect(choices[0]!.boundaries).toHaveLength(best!.cuts);
    expect(choices[1]).toMatchObject({ boundaries: [4, 9], label: 'Your own split: after blocks 4, 9' });
    expect(choices[2]!.boundaries).toEqual([7]);
  });

  it('has nothing to cut at the ends', () => {
    for (const end of [0, blocks]) expect(exportChoices(null, null, end, blocks)[0]!.boundaries).toEqual([]);
  });

  it('names parts by what they are', () => {
    expect(partNames('Face.onnx', 2)).toEqual(['face-head.onnx', 'face-tail.onnx']);
    expect(partNames('Face', 3)).toEqual(['face-head.onnx', 'face-middle.onnx', 'face-tail.onnx']);
    expect(new Set(partNames('Face', 5)).size).toBe(5);
    expect(partNames('../..', 2)).toEqual(['model-head.onnx', 'model-tail.onnx']);
  });

  it('saves every file of every part, each under the name that its part has for it', () => {
    const names = partNames('Face', 2);
    const [head, tail] = dataNames(names);
    expect([head, tail]).toEqual(['face-head.data', 'face-tail.data']);
    const part = (from: number, path: string) => ({
      ...modelPart(from, from + 1),
      external: [{ path, data: new Uint8Array([from]) }],
    });
    const files = partFiles([part(0, head!), part(1, tail!)], names);
    expect(files.map(({ name }) => name)).toEqual([names[0], head, names[1], tail]);
    expect(files.map(({ data }) => [...data])).toEqual([[0, 1], [0], [1, 2], [1]]);
  });
});

describe('the layer table', () => {
  const table = layerTable(openingScenario, []);

  it('has every block with its operators, what a cut after it ships, and times that say where they are from', () => {
    const chain = workloadChain(openingScenario.workload);
    expect(table.blocks.map(({ boundaryBytes }) => boundaryBytes)).toEqual(chain.boundaryBytes.slice(1));
    expect(table.blocks.every(({ kinds }) => kinds.length > 0)).toBe(true);
    expect(table.times.length).toBeGreaterThan(1);
    for (const { source, ms } of table.times) {
      expect(source).toBe('modelled');
      expect(ms).toHaveLength(chain.blocks.length);
      expect(ms.every(({ value }) => value > 0)).toBe(true);
    }
  });

  it('is a table with one row for the input and one a block', () => {
    const csv = tableToCsv(layerRows(table)).trimEnd().split('\r\n');
    expect(csv).toHaveLength(2 + table.blocks.length);
    expect(csv[0]).toContain('Raspberry Pi 4');
    expect(csv[1]).toContain(String(table.input.bytes));
  });

  it('takes the operators of an imported model as they are', () => {
    const { blocks } = layerTable({ ...openingScenario, workload: importedWorkload('a'.repeat(32)) }, []);
    expect(blocks.map(({ kinds }) => kinds)).toEqual([['Relu'], ['MatMul']]);
  });

  it('marks a time that the clock could not tell as a bound', () => {
    const below = {
      ...table,
      times: [{ ...table.times[0]!, ms: table.times[0]!.ms.map(() => ({ value: 0.1, below: true })) }],
    };
    expect(layerRows(below).rows[1]!.at(-1)).toBe('< 0.1');
  });
});
