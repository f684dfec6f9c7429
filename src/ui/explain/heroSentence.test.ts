import { describe, expect, test } from 'vitest';
import { changeCapacity, changeNode, changeWorkload } from '../../core/scenario/edits';
import { openingScenario } from '../../core/scenario/presets/presets';
import { toy } from '../../core/scenario/presets/toy';
import type { Scenario } from '../../core/scenario/types';
import { solveScenario } from '../../core/solvers/solveScenario';
import type { Solution } from '../../protocol/solverApi';
import { formatSeconds } from '../format';
import { heroSentence, planOf, sentenceText } from './heroSentence';
import { sourcePhrase, splitPhrase } from './words';

const sentence = (scenario: Scenario, solution: Solution = solveScenario(scenario)): string =>
  sentenceText(heroSentence(scenario, solution));

const access = openingScenario.links[0]!;
const withAccess = (mbps: number): Scenario => changeCapacity(openingScenario, access.id, mbps, 'both');

describe('the first sentence', () => {
  test('sets the phone alone against the split, with the computed numbers', () => {
    const solution = solveScenario(openingScenario);
    const alone = formatSeconds(planOf(solution, 'ue-only')!.totalS);
    const best = formatSeconds(solution.best!.totalS);
    expect(sentence(openingScenario)).toBe(
      `MobileNetV2 takes ${alone} on the phone (UE) alone, ${best} ${splitPhrase(solution.best!.cuts)}.`,
    );
  });

  test('marks the numbers, and only them', () => {
    const marked = heroSentence(openingScenario, solveScenario(openingScenario)).filter(
      (part) => typeof part !== 'string',
    );
    expect(marked).toHaveLength(2);
    for (const part of marked) expect(part.strong).toMatch(/^[\d.]+ ms$/);
  });

  test('says that the phone alone is best, against the next best place', () => {
    expect(sentence(withAccess(0.01))).toMatch(
      /^MobileNetV2 takes [\d.]+ ms on the phone \(UE\) alone: no split is faster, and all on (Cloud|MEC host) it takes [\d.,]+ m?s\.$/,
    );
  });

  test('says so too when nothing else can be reached, or take part', () => {
    expect(sentence(withAccess(0))).toMatch(/alone: no other node can be reached\.$/);
    const alone = openingScenario.nodes.reduce(
      (scenario, { id }) =>
        id === scenario.sourceId ? scenario : changeNode(scenario, id, { device: null }),
      openingScenario,
    );
    expect(sentence(alone)).toMatch(/alone and nothing else can take part\.$/);
  });

  test('a custom chain is the subject as a chain, whatever its name', () => {
    expect(sentence(toy.scenario)).toMatch(/^The chain "Three layers" takes 5\.5 s on .* alone, /);
  });

  test('says where everything runs when no split is faster', () => {
    const { workload } = openingScenario;
    if (workload.kind !== 'catalogue') throw new Error('the opening preset is a catalogue model');
    const scenario = changeWorkload(openingScenario, {
      ...workload,
      architecture: 'resnet-18',
      rawInput: 'uint8',
    });
    expect(sentence(scenario)).toMatch(
      /^ResNet-18 takes [\d.]+ ms on the phone \(UE\) alone, [\d.]+ ms all on Cloud: no split is faster\.$/,
    );
  });

  test('does not promise the phone alone where the model does not fit on it', () => {
    const scenario = changeNode(openingScenario, openingScenario.sourceId, { memoryMB: 0.5 });
    expect(sentence(scenario)).toMatch(
      /^MobileNetV2 cannot run on the phone \(UE\) alone; .* it takes [\d.]+ ms/,
    );
  });

  test('says why nothing works, and what to do', () => {
    let scenario = withAccess(0);
    scenario = changeNode(scenario, scenario.sourceId, { memoryMB: 0.5 });
    expect(solveScenario(scenario).best).toBeNull();
    expect(sentence(scenario)).toMatch(/^MobileNetV2 cannot run on this network\. .+\..+\.$/);
  });

  test('does not call best what is only estimated', () => {
    const solution = solveScenario(openingScenario);
    const estimated: Solution = {
      ...solution,
      strategies: solution.strategies.map((entry) =>
        entry.strategy === 'best' && entry.outcome.kind === 'plan'
          ? { ...entry, outcome: { ...entry.outcome, proven: false } }
          : entry,
      ),
    };
    expect(sentence(openingScenario, estimated)).toContain('estimated');
    expect(sentence(openingScenario)).not.toContain('estimated');
  });

  test('does not say that a model cannot run where the search was cut short', () => {
    const solution = solveScenario(openingScenario);
    const reason = { kind: 'not-found-in-time', needBytes: 5e8, haveBytes: 6e8 } as const;
    const text = sentence(openingScenario, {
      ...solution,
      best: null,
      strategies: solution.strategies.map((entry) => ({ ...entry, outcome: { kind: 'infeasible', reason } })),
    });
    expect(text).toMatch(/^No way to run MobileNetV2 on this network was found\. No plan was found before/);
    expect(text).not.toContain('cannot');
  });

  test('calls the source by its own name when it has one', () => {
    const named = (name: string) =>
      sourcePhrase(changeNode(openingScenario, openingScenario.sourceId, { name }));
    expect(named('Phone')).toBe('the phone (UE)');
    expect(named('Pi 4')).toBe('Pi 4 (UE)');
    expect(named('UE 2')).toBe('UE 2');
  });
});
