import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openingScenario } from '../src/core/scenario/presets/presets';
import { solveScenario } from '../src/core/solvers/solveScenario';
import { answerText } from './answerText';

/** Fig. 2 of HiveMind with 1 Mbit/s between MEC host and cloud. */
const toy = {
  kind: 'chain',
  computeS: [1, 3, 10].map((speed) => [0.5 / speed, 1 / speed, 4 / speed]),
  shipS: [2, 1].map((mbps) => [1.2 / mbps, 1 / mbps, 4 / mbps, 0]),
};

function answer(problem: unknown): unknown {
  const reply = answerText(JSON.stringify(problem));
  return reply.ok ? JSON.parse(reply.output) : reply.error;
}

describe('a raw chain', () => {
  it('is answered with its best split', () => {
    expect(answer(toy)).toEqual({
      feasible: true,
      value: expect.closeTo(34 / 15, 12) as number,
      boundaries: [0, 1, 3],
      optimal: true,
    });
    expect(answer({ ...toy, objective: 'latency' })).toEqual(answer(toy));
  });

  it('pays the last column of every hop', () => {
    expect(answer({ kind: 'chain', computeS: [[1], [9]], shipS: [[5, 2]] })).toEqual({
      feasible: true,
      value: 3,
      boundaries: [1, 1],
      optimal: true,
    });
  });

  it('takes null as impossible, and as unlimited memory', () => {
    const problem = { kind: 'chain', computeS: [[null, 1], [2, null]], shipS: [[0, 1, 0]] }; // prettier-ignore
    expect(answer(problem)).toEqual({
      feasible: false,
      reason: { kind: 'node-cannot-compute', node: 1, block: 1 },
    });
    const roomy = {
      ...toy,
      memory: { layerBytes: [1, 1, 1], nodeBytes: [null, null, 1] },
    };
    expect(answer(roomy)).toMatchObject({ feasible: true, boundaries: [0, 3, 3] });
  });

  it('names what makes it infeasible, with exit status 0 to come', () => {
    const small = { ...toy, memory: { layerBytes: [2, 2, 2], nodeBytes: [2, 1, 2] } };
    expect(answer(small)).toEqual({
      feasible: false,
      reason: { kind: 'does-not-fit', needBytes: 6, haveBytes: 5 },
    });
    expect(answer({ kind: 'chain', computeS: [[1, null]], shipS: [] })).toEqual({
      feasible: false,
      reason: { kind: 'no-node-computes', block: 1 },
    });
    expect(answer({ kind: 'chain', computeS: [[1], [1]], shipS: [[null, null]] })).toEqual({
      feasible: false,
      reason: { kind: 'no-route', hop: 0 },
    });
  });

  it.each([
    [{ ...toy, computeS: [] }, 'computeS: at least one node is needed'],
    [{ ...toy, computeS: [[]] }, 'computeS[0]: at least one block is needed'],
    [{ ...toy, computeS: 3 }, 'computeS: a list is needed'],
    [{ ...toy, computeS: [[1], [1, 2]], shipS: [[0, 0]] }, 'computeS[1]: 1 entries are needed, found 2'],
    [{ ...toy, computeS: [[-1]], shipS: [] }, 'computeS[0][0]: a finite number from 0, or null, is needed'],
    [{ ...toy, shipS: [toy.shipS[0]] }, 'shipS: 2 entries are needed, found 1'],
    [{ ...toy, shipS: [[1, 2, 3], toy.shipS[1]] }, 'shipS[0]: 4 entries are needed, found 3'],
    [{ ...toy, objective: 'speed' }, 'objective: "latency" or "period" is needed'],
    [{ ...toy, objective: null }, 'objective: "latency" or "period" is needed'],
    [{ ...toy, objective: 'period', energy: {} }, 'energy: only with the objective "latency"'],
    [{ ...toy, energy: {} }, 'energy.computeJ: a list is needed'],
    [{ ...toy, shipJ: [] }, 'shipJ: no field of this name'],
    [
      { ...toy, memory: { layerBytes: [1, 1, null] } },
      'memory.layerBytes[2]: a finite number from 0 is needed',
    ],
    [{ ...toy, memory: { layerBytes: [1, 1, 1] } }, 'memory.nodeBytes: a list is needed'],
    [{ kind: 'dag' }, 'computeS: a list is needed'],
    [{}, 'kind: "chain" or "dag" is needed, or a scenario with "format": "splitscape"'],
    [7, 'problem: an object is needed'],
  ])('that is malformed is refused in one line that names the field: %#', (problem, line) => {
    expect(answer(problem)).toBe(line);
  });

  it('with a number too large for a double is refused', () => {
    expect(answerText('{"kind":"chain","computeS":[[1e999]],"shipS":[]}')).toEqual({
      ok: false,
      error: 'computeS[0][0]: a finite number from 0, or null, is needed',
    });
  });
});

describe('an array', () => {
  it('is answered by an array, with errors in their places', () => {
    expect(answer([toy, { kind: 'dag' }, 4, toy])).toEqual([
      answer(toy),
      { error: 'computeS: a list is needed' },
      { error: 'problem: an object is needed' },
      answer(toy),
    ]);
    expect(answer([])).toEqual([]);
  });
});

describe('a scenario', () => {
  it('is answered with the plan that the page shows', () => {
    const { best, strategies } = solveScenario(openingScenario);
    expect(answer(openingScenario)).toMatchObject({
      feasible: true,
      value: best!.totalS,
      optimal: true,
      plan: JSON.parse(JSON.stringify(best)) as unknown,
      strategies: strategies.map(({ strategy }) => ({ strategy })),
    });
  });

  it('that cannot be trusted is refused in one line that names the field', () => {
    expect(answer({ ...openingScenario, sinkId: 'nobody' })).toBe(
      'sinkId: there is no node with the id "nobody"',
    );
    expect(answer({ ...openingScenario, seed: -1 })).toMatch(/^seed: .* is needed$/);
    expect(answer({ ...openingScenario, version: 99 })).toMatch(/^version: 99 is newer/);
    expect(answer({ format: 'other' })).toBe('format: "splitscape" is needed');
  });
});

describe('the command', () => {
  const command = ['--import', 'tsx', 'cli/solve.ts'];

  it('reads standard input, prints one line of JSON and exits with 0', () => {
    const output = execFileSync('node', [...command, '-'], { input: JSON.stringify(toy), encoding: 'utf8' });
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(output)).toEqual(answer(toy));
  });

  it.each([
    [['-'], '{"kind":', 'not JSON at line 1, column 9\n'],
    [['no/such/file'], '', 'no/such/file: cannot be read\n'],
    [[], '', 'usage: npm run -s solve -- FILE   (- = standard input)\n'],
  ])('exits with 2 and one line on standard error: %j', (args, input, line) => {
    const { status, stdout, stderr } = spawnSync('node', [...command, ...args], { input, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: line });
  });
});
