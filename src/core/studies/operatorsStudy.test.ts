import { describe, expect, it } from 'vitest';
import { checkCertificate } from '../../../tools/checkCertificateRules';
import { buildProblem } from '../cost/buildProblem';
import { rowChain } from '../cost/rowChain';
import { generatedGraph } from '../model/generated/generatedGraphs';
import { workOf } from '../model/generated/operatorGraph';
import { workloadChain } from '../model/workloadChain';
import { changeWorkload } from '../scenario/edits';
import { fiveNodes } from '../scenario/presets/fiveNodes';
import { toy } from '../scenario/presets/toy';
import { deliveries } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { everything, splittable, twoHeads, viewOf } from './testing/operatorsExamples';
import { rowCosts, type RowCosts } from './operatorsCosts';
import { sizedGraph, workOfModel, type SizedGraph } from './operatorsGraph';

/** Every labelling tried: compute, each tensor once over each hop to its furthest reader, fixed costs once, delivery. */
function leastByHand(graph: SizedGraph, { nodes, operatorS, out, finishS }: RowCosts): number {
  const count = graph.operators.length;
  let least = Infinity;
  const labels = new Array<number>(count + 1).fill(0);
  const cost = (): number => {
    const result = labels[count]!;
    let sum = finishS[result]!;
    for (let v = 0; v < count; v++) sum += operatorS[labels[v]!]![v]!;
    const furthest = Math.max(...labels);
    for (let h = 0; h < furthest; h++) sum += out[h]!.fixedS;
    for (const [k, { producer, consumers, bytes }] of graph.tensors.entries()) {
      const at = producer < 0 ? 0 : labels[producer]!;
      const readers = consumers.map((v) => labels[v]!);
      if (graph.results.includes(k)) readers.push(result);
      if (readers.some((label) => label < at)) return Infinity;
      for (let h = at; h < Math.max(at, ...readers); h++) sum += out[h]!.perByteS * bytes;
    }
    return sum;
  };
  for (let code = 0; code < nodes.length ** (count + 1); code++) {
    for (let v = 0, rest = code; v <= count; v++, rest = Math.floor(rest / nodes.length))
      labels[v] = rest % nodes.length;
    least = Math.min(least, cost());
  }
  return least;
}

describe('the operators study', () => {
  it('adds up, on every preset and delivery, with and without a way back, and its proof holds', () => {
    for (const scenario of everything) {
      for (const upstream of [false, true]) {
        const view = viewOf(scenario, 'scenario', upstream);
        const { totalS, computeS, transferS, fixedS, deliveryS, shipped, operators } = view;
        expect(computeS + transferS).toBeCloseTo(totalS, 10);
        expect(shipped.reduce((sum, { seconds }) => sum + seconds, fixedS + deliveryS)).toBeCloseTo(
          transferS,
          12,
        );
        expect(operators.reduce((sum, { computeS: times, label }) => sum + times[label]!, 0)).toBeCloseTo(
          computeS,
          10,
        );
        expect(view.proven).toBe(true);
        expect(view.boundS).toBe(totalS);
        const { problem, answer: claimed } = JSON.parse(
          JSON.stringify(view.certificate),
        ) as typeof view.certificate;
        expect(claimed.value).toBe(totalS);
        // One label more where several results are brought together.
        expect(claimed.labels.slice(0, operators.length)).toEqual(operators.map(({ label }) => label));
        expect(checkCertificate(problem, claimed).kind).toBe('proved');
      }
    }
  });

  it('is never worse than the best split in blocks, and a way back never makes it worse', () => {
    for (const scenario of everything) {
      const forward = viewOf(scenario);
      const back = viewOf(scenario, 'scenario', true);
      expect(forward.totalS).toBeLessThanOrEqual(forward.chainS! * (1 + 1e-12));
      expect(back.totalS).toBeLessThanOrEqual(forward.totalS * (1 + 1e-12));
      expect(back.chainS).toBe(forward.chainS);
    }
  });

  it('compares with the same chain as the other views where every hop has one route', () => {
    for (const scenario of everything) {
      const { problem } = buildProblem(scenario);
      const row = rowChain({ ...problem!, memoryBytes: problem!.memoryBytes.map(() => Infinity) });
      expect(viewOf(scenario).chainS).toBeCloseTo(solveChain(row.chain)!.totalS, 10);
    }
  });

  it('shares the time of a block over its operators, so that they add up to it on every node', () => {
    const view = viewOf(splittable);
    const { problem, nodeIds } = buildProblem(splittable);
    expect(view.times).toBe('shares-of-blocks');
    for (const [p, id] of view.nodes.entries()) {
      for (const b of view.blocks.keys()) {
        const shares = view.operators.filter(({ block }) => block === b).map(({ computeS }) => computeS[p]!);
        const blockS = problem!.computeS[nodeIds.indexOf(id) * problem!.blockCount + b]!;
        expect(shares.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(blockS, 12);
      }
    }
  });

  it('ships what the boundaries of the chain ship: live bytes at the precisions of the workload', () => {
    for (const { workload } of everything) {
      const graph = sizedGraph(workload, 'scenario');
      const { boundaryBytes } = workloadChain(workload);
      boundaryBytes.forEach((bytes, i) => {
        const live = graph.tensors.filter(({ producer, consumers }, k) => {
          const made = producer < 0 || graph.operators[producer]!.block < i;
          const wanted = graph.results.includes(k) || consumers.some((v) => graph.operators[v]!.block >= i);
          return made && wanted;
        });
        expect(live.reduce((sum, tensor) => sum + tensor.bytes, 0)).toBe(bytes);
      });
    }
  });

  it('splits a model of several inputs and results as no other labelling would', () => {
    for (const delivery of deliveries) {
      const scenario = changeWorkload({ ...fiveNodes.scenario, delivery }, twoHeads);
      const { problem } = buildProblem(scenario);
      const graph = sizedGraph(scenario.workload, 'scenario');
      const costs = rowCosts(problem!, graph, workOfModel(scenario.workload));
      const view = viewOf(scenario);
      expect(view.totalS).toBeCloseTo(leastByHand(graph, costs), 10);
      expect(view.results.map(({ tensor }) => tensor)).toEqual(['boxes', 'mask', 'scores']);
      // What is brought together there was made there or before.
      const made = view.results.map(({ from }) => view.operators[from]!.label);
      expect(view.resultLabel).toBeGreaterThanOrEqual(Math.max(...made));
    }
  });

  it('starts every input on the UE and counts an input that is a result', () => {
    const { graph } = twoHeads;
    const passing = { ...twoHeads, graph: { ...graph, outputs: [1] } };
    const scenario = changeWorkload(fiveNodes.scenario, passing);
    const view = viewOf(scenario);
    expect(view.results).toEqual([{ from: -1, tensor: 'right', bytes: 3 * 64 * 64 }]);
    expect(new Set(view.edges.filter(({ from }) => from < 0).map(({ tensor }) => tensor))).toEqual(
      new Set(['left', 'right']),
    );
  });

  it('takes the blocks of a custom chain as operators', () => {
    const view = viewOf(toy.scenario);
    expect(view.times).toBe('blocks');
    expect(view.operators.map(({ kind }) => kind)).toEqual(['Block', 'Block', 'Block']);
    // HiveMind Fig. 2 at c = 1: 34/15 s, layer 1 on the MEC host and the rest in the cloud.
    expect(view.totalS).toBeCloseTo(34 / 15, 12);
    expect(view.chainS).toBeCloseTo(34 / 15, 12);
    expect(view.operators.map(({ label }) => label)).toEqual([1, 2, 2]);
    expect(view.shipped.map(({ tensor, hop }) => [tensor, hop])).toEqual([
      ['input', 0],
      ['Layer 1', 1],
    ]);
  });

  it('times a generated graph by the rate of each node on the model of the scenario', () => {
    for (const id of ['resnet-152', 'transformer-12'] as const) {
      const view = viewOf(splittable, id);
      expect(view.times).toBe('effective-rate');
      const { problem } = buildProblem(splittable);
      const onUe = problem!.computeS.subarray(0, problem!.blockCount).reduce((sum, s) => sum + s, 0);
      const expected =
        (onUe / workOfModel(splittable.workload)) *
        generatedGraph(id).operators.reduce((sum, operator) => sum + workOf(operator), 0);
      expect(view.operators.reduce((sum, { computeS }) => sum + computeS[0]!, 0)).toBeCloseTo(expected, 9);
      expect(view.totalS).toBeLessThanOrEqual(view.chainS! * (1 + 1e-12));
    }
    expect(viewOf(splittable, 'transformer-12').edges.find(({ from }) => from === -1)).toEqual({
      from: -1,
      to: 0,
      tensor: 'input',
      bytes: 512,
    });
  });
});
