import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generatedGraph } from '../src/core/model/generated/generatedGraphs';
import { createRandom } from '../src/core/random';
import { proofOf } from '../src/core/solvers/dag/certificate';
import type { DagProof } from '../src/core/solvers/dag/certificateTypes';
import { solveDag } from '../src/core/solvers/dag/dagMinCut';
import { costOfLabels } from '../src/core/solvers/dag/testing/bruteForceDag';
import { drawnDag } from '../src/core/solvers/dag/testing/benchDags';
import { randomDag } from '../src/core/solvers/dag/testing/randomDags';
import type { DagProblem } from '../src/core/solvers/dag/types';
import { answerText } from '../cli/answerText';
import { checkCertificate, type Verdict } from './checkCertificateRules';

function prove(problem: DagProblem, shouldStop?: () => boolean): DagProof | null {
  const outcome = solveDag(problem, shouldStop);
  return outcome.kind === 'labels'
    ? (JSON.parse(JSON.stringify(proofOf(problem, outcome))) as DagProof)
    : null;
}

const judge = ({ problem, answer }: { problem: unknown; answer: unknown }): Verdict =>
  checkCertificate(problem, answer);

/** 12 operators on 4 nodes whose labels differ, way back allowed. */
const example = ((): { problem: DagProblem; proof: DagProof } => {
  const random = createRandom(5);
  for (;;) {
    const problem = randomDag(random, 4, 12, { numbers: 'real', upstream: true });
    const proof = prove(problem);
    if (proof !== null && new Set(proof.answer.labels).size > 2) return { problem, proof };
  }
})();

describe('the checker', () => {
  it('accepts what the solver proves, in 400 cases of every kind', () => {
    const random = createRandom(11);
    let proved = 0;
    for (let round = 0; round < 400; round++) {
      const problem = randomDag(random, 1 + random.integer(5), 1 + random.integer(20), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        upstream: round % 4 < 2,
        impossible: round % 5 === 0 ? 0.1 : 0,
      });
      const proof = prove(problem);
      if (proof === null) continue;
      expect(judge(proof)).toMatchObject({ kind: 'proved' });
      proved++;
    }
    expect(proved).toBeGreaterThan(300);
  });

  it('accepts the proofs of large graphs', () => {
    const random = createRandom(12);
    for (const id of ['resnet-152', 'transformer-12'] as const) {
      for (const affinity of [false, true]) {
        expect(judge(prove(drawnDag(generatedGraph(id), random, 5, affinity))!).kind).toBe('proved');
      }
    }
  });

  it('reads the short form of the command line', () => {
    const problem = {
      kind: 'dag',
      computeS: [[1, 5, 5, 1], [0.1, 0.5, 0.5, 0.1], [0.1, 0.1, 0.1, null]], // prettier-ignore
      edges: [[0, 1], [0, 2], [0, 2], [1, 3], [2, 3]], // prettier-ignore
      shipS: [[2, 4, 4, 9], [0.1, 1, 1, 1]], // prettier-ignore
      inputConsumers: [0, 3],
      inputShipS: [3, null],
      deliverToSink: [1],
    };
    const reply = answerText(JSON.stringify(problem));
    if (!reply.ok) throw new Error(reply.error);
    expect(checkCertificate(problem, JSON.parse(reply.output))).toMatchObject({ kind: 'proved' });
  });

  it('tells a bound from a proof when the search was stopped', () => {
    const problem = drawnDag(generatedGraph('transformer-12'), createRandom(3), 5, true);
    const proof = prove(problem, () => true)!;
    expect(proof.answer.optimal).toBe(false);
    const verdict = judge(proof);
    if (verdict.kind !== 'bounded') throw new Error(JSON.stringify(verdict));
    const best = solveDag(problem);
    if (best.kind !== 'labels') throw new Error('it has labels');
    expect(verdict.boundS).toBeLessThanOrEqual(best.totalS);
    expect(verdict.costS).toBeGreaterThanOrEqual(best.totalS);
    expect(judge({ ...proof, answer: { ...proof.answer, optimal: true } }).kind).toBe('refuted');
  });
});

describe('a proof that was tampered with', () => {
  const { proof, problem } = example;
  const { answer } = proof;
  const { certificate } = answer;
  const whole = (flow: DagProof['answer']['certificate']['flow'], more: object = {}): unknown => ({
    ...answer,
    certificate: { ...certificate, flow, ...more },
  });

  it('is accepted before that', () => {
    expect(judge(proof)).toMatchObject({ kind: 'proved', costS: expect.closeTo(answer.value, 9) as number });
  });

  it('is refused with any single flow made larger or smaller, or left out', () => {
    for (const k of certificate.flow.keys()) {
      for (const factor of [0, 0.999, 1.001, 2]) {
        const flow = certificate.flow.map(
          ([from, to, amount], i) => [from, to, i === k ? amount * factor : amount] as const,
        );
        expect(checkCertificate(proof.problem, whole(flow)).kind).toBe('refuted');
      }
      expect(checkCertificate(proof.problem, whole(certificate.flow.filter((_, i) => i !== k))).kind).toBe(
        'refuted',
      );
    }
  });

  it('is refused with flow over an arc that is not there, or turned round', () => {
    const [first, ...rest] = certificate.flow;
    expect(checkCertificate(proof.problem, whole([...rest, ['source', 'nowhere', 1], first!])).kind).toBe(
      'refuted',
    );
    for (const k of certificate.flow.keys()) {
      const flow = certificate.flow.map(([from, to, amount], i) =>
        i === k ? ([to, from, amount] as const) : ([from, to, amount] as const),
      );
      expect(checkCertificate(proof.problem, whole(flow)).kind).toBe('refuted');
    }
    const negative = certificate.flow.map(([from, to, amount]) => [to, from, -amount] as const);
    expect(checkCertificate(proof.problem, whole(negative)).kind).toBe('refuted');
  });

  it('is refused with all flows twice as large, whatever value is claimed', () => {
    const doubled = certificate.flow.map(([from, to, amount]) => [from, to, 2 * amount] as const);
    expect(checkCertificate(proof.problem, whole(doubled)).kind).toBe('refuted');
    const claimed = { ...(whole(doubled, { value: 2 * answer.value }) as object), value: 2 * answer.value };
    expect(checkCertificate(proof.problem, claimed).kind).toBe('refuted');
  });

  it('is refused with another value, here or there', () => {
    for (const factor of [0.999999, 1.000001]) {
      const value = answer.value * factor;
      expect(checkCertificate(proof.problem, { ...answer, value }).kind).toBe('refuted');
      expect(checkCertificate(proof.problem, whole(certificate.flow, { value })).kind).toBe('refuted');
    }
  });

  it('is refused with any other label, even with the right price of it', () => {
    const nodes = problem.computeS.length;
    for (const v of answer.labels.keys()) {
      for (let p = 0; p < nodes; p++) {
        if (p === answer.labels[v]) continue;
        const labels = answer.labels.with(v, p);
        const value = costOfLabels(problem, labels);
        const both = { ...answer, labels, certificate: { ...certificate, labels } };
        expect(checkCertificate(proof.problem, { ...answer, labels }).kind).toBe('refuted');
        expect(checkCertificate(proof.problem, both).kind).toBe('refuted');
        if (value === Infinity) continue;
        expect(checkCertificate(proof.problem, { ...both, value }).kind).toBe('refuted');
        const priced = { ...both, value, certificate: { ...certificate, labels, value } };
        expect(checkCertificate(proof.problem, priced).kind).toBe('refuted');
      }
    }
  });

  it('is refused with labels that do not exist, are too few, or go back where nothing leads back', () => {
    const withLabels = (labels: readonly number[]): unknown => ({
      ...answer,
      labels,
      certificate: { ...certificate, labels },
    });
    expect(checkCertificate(proof.problem, withLabels(answer.labels.with(0, 4))).kind).toBe('refuted');
    expect(checkCertificate(proof.problem, withLabels(answer.labels.with(0, 0.5))).kind).toBe('refuted');
    expect(checkCertificate(proof.problem, withLabels(answer.labels.slice(1))).kind).toBe('refuted');
    const chain = {
      kind: 'dag',
      computeS: [[1, 1], [1, 1]], // prettier-ignore
      edges: [[0, 1]],
      tensors: [],
      upstream: false,
    };
    const backwards = { feasible: true, value: 2, labels: [1, 0], optimal: true };
    const flow = [['source', 'o0.0', 1], ['o0.0', 'target', 1], ['source', 'o1.0', 1], ['o1.0', 'target', 1]]; // prettier-ignore
    const claim = (labels: number[]): unknown => ({
      ...backwards,
      labels,
      certificate: { format: 'splitscape-cut', version: 1, value: 2, labels, flow },
    });
    expect(checkCertificate(chain, claim([0, 1])).kind).toBe('proved');
    expect(checkCertificate(chain, claim([1, 0]))).toEqual({
      kind: 'refuted',
      why: 'operator 1 runs before node 1, where 0 runs',
    });
  });

  it('is refused for a problem that costs something else', () => {
    const cheaper = {
      ...proof.problem,
      computeS: proof.problem.computeS.map((row) => row.map((s) => s! / 2)),
    };
    expect(checkCertificate(cheaper, answer).kind).toBe('refuted');
  });

  it('is malformed where something is missing', () => {
    for (const field of ['value', 'labels', 'optimal', 'certificate', 'feasible'] as const)
      expect(checkCertificate(proof.problem, { ...answer, [field]: undefined }).kind).toBe('malformed');
    for (const field of ['kind', 'computeS', 'edges'] as const)
      expect(checkCertificate({ ...proof.problem, [field]: undefined }, answer).kind).toBe('malformed');
    expect(checkCertificate(undefined, undefined)).toEqual({
      kind: 'malformed',
      why: 'problem: an object is needed',
    });
    expect(checkCertificate(proof.problem, { feasible: false, reason: {} }).kind).toBe('malformed');
  });
});

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, value: unknown): string => {
    const place = path.join(folder, name);
    writeFileSync(place, JSON.stringify(value));
    return place;
  };
  const command = ['--import', 'tsx', 'tools/checkCertificate.ts'];
  const run = (...files: string[]): unknown => {
    const { status, stdout, stderr } = spawnSync('node', [...command, ...files], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('takes problem and answer, or one file with both, and exits with 0 when proved', () => {
    const { proof } = example;
    const files = [file('problem.json', proof.problem), file('answer.json', proof.answer)];
    const printed = execFileSync('node', [...command, ...files], { encoding: 'utf8' });
    expect(printed).toMatch(/^proved: no labelling costs less than [\d.]+ s/);
    expect(run(file('proof.json', proof))).toMatchObject({ status: 0, stdout: printed });
  });

  it('exits with 1 when refuted and with 2 when there is nothing to check', () => {
    const { problem, answer } = example.proof;
    expect(run(file('wrong.json', { problem, answer: { ...answer, value: 1 } }))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^refuted: the labels cost .* s, value claims 1 s\n$/) as string,
    });
    expect(run(file('half.json', { problem }))).toMatchObject({ status: 2, stderr: 'malformed: answer: an object is needed\n' }); // prettier-ignore
    expect(run('no/such/file')).toMatchObject({
      status: 2,
      stderr: 'malformed: no/such/file cannot be read\n',
    });
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^usage: /) as string });
  });

  it('shares no code with the solver', () => {
    const own = ['./checkCertificateRules', './readCertificate', 'node:fs'];
    for (const name of ['checkCertificate.ts', 'checkCertificateRules.ts', 'readCertificate.ts']) {
      const imports = [
        ...readFileSync(path.join('tools', name), 'utf8').matchAll(/(?:from|import\(?) '([^']+)'/g),
      ];
      expect(imports.map(([, module]) => module).filter((module) => !own.includes(module!))).toEqual([]);
    }
  });
});
