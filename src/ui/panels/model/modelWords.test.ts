import { describe, expect, it } from 'vitest';
import { modelFacts, tinyGraph } from '../../../state/testing/fakeModels';
import {
  askHint,
  askName,
  factsOf,
  graphFacts,
  kindsOf,
  kindsSentence,
  phaseText,
  runningFacts,
  sizesOf,
} from './modelWords';

const batch = {
  key: 'batch',
  places: [
    { input: 'x', axis: 0 },
    { input: 'mask', axis: 2 },
  ],
  suggestion: 1,
};
const unnamed = { key: 'x:3', places: [{ input: 'x', axis: 3 }], suggestion: 224 };

describe('what a model says of itself', () => {
  it('names who made it, its opset, its size and the precision of its weights', () => {
    const facts = new Map(factsOf(modelFacts('a')).map(({ name, value }) => [name, value]));
    expect(facts.get('Made by')).toBe('pytorch 2.4');
    expect(facts.get('Opset')).toBe('17');
    expect(facts.get('Weights')).toBe('float32 32 B');
  });

  it('keeps the types of the weights when it runs, and how wide they are where its file is not here', () => {
    const weights = (opened: Parameters<typeof runningFacts>[1]) =>
      runningFacts(tinyGraph, opened)
        .filter(({ name }) => name === 'Weights')
        .map(({ value }) => value);
    const precisions = [
      { type: 'float16', bytes: 23e6 },
      { type: 'int8', bytes: 400 },
    ];
    expect(weights({ ...modelFacts('a'), precisions })).toEqual(['float16 23 MB, int8 400 B']);
    expect(weights(null)).toEqual(['32 B, 32 bits a parameter']);
  });

  it('tells other operator sets by their domain', () => {
    const made = {
      ...modelFacts('a'),
      opsets: [
        { domain: 'com.microsoft', version: 1 },
        { domain: '', version: 12 },
      ],
    };
    expect(factsOf(made).find(({ name }) => name === 'Opset')?.value).toBe('12, com.microsoft 1');
  });

  it('adds up its operators and shows measured shapes', () => {
    const facts = new Map(graphFacts(tinyGraph).map(({ name, value }) => [name, value]));
    expect(facts.get('Multiply-accumulates')).toBe('8 MAC');
    expect(facts.get('Inputs')).toBe('x: 1 × 4 float32');
    expect(facts.get('Results')).toBe('y: 1 × 2 float32');
  });

  it('says that a sum is a lower bound where an operator multiplies inside', () => {
    const [first, ...others] = tinyGraph.operators;
    const branched = { ...tinyGraph, operators: [{ ...first!, kind: 'If' }, ...others] };
    const macs = graphFacts(branched).find(({ name }) => name === 'Multiply-accumulates');
    expect(macs?.value).toBe('at least 8 MAC');
  });

  it('counts operators by kind, the frequent ones by name and the others together', () => {
    expect(kindsSentence(kindsOf(tinyGraph))).toBe('MatMul 1, Relu 1');
    const many = Array.from({ length: 11 }, (_, index) => ({ kind: `K${index}`, count: 11 - index }));
    expect(kindsSentence(many)).toMatch(/K7 4 and 6 more of 3 other kinds$/);
  });
});

describe('sizes that are asked for', () => {
  it('are named by where they occur, with the file’s own word and every other place beside', () => {
    expect(askName(batch)).toBe('Dimension 1 of x');
    expect(askHint(batch, 1)).toBe('The file calls it "batch". Also dimension 3 of mask. Suggested: 1.');
    expect(askName(unnamed)).toBe('Dimension 4 of x');
    expect(askHint(unnamed, null)).toBe('');
  });

  it('start from what was given, else from what is suggested', () => {
    expect(sizesOf([batch, unnamed], { batch: 7 })).toEqual({ batch: 7, 'x:3': 224 });
  });
});

it('sizes named like what every object has are numbers all the same', () => {
  const asks = ['constructor', 'toString', '__proto__'].map((key) => ({ ...batch, key, suggestion: 3 }));
  expect(Object.values(sizesOf(asks, {}))).toEqual([3, 3, 3]);
});

it('every phase has words, and so has the time before the first', () => {
  expect(phaseText(null)).toBe('Starting');
  expect(phaseText({ phase: 'measuring-shapes', fraction: 0.2 })).toContain('shape of every tensor');
});
