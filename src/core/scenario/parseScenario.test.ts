import { describe, expect, test } from 'vitest';
import type { DocumentError } from './documentError';
import { limits } from './limits';
import { parseScenario, parseScenarioText } from './parseScenario';
import { openingScenario } from './presets/presets';
import { exampleScenario } from './testing/exampleScenario';
import { scenarioVersion } from './types';

const example = exampleScenario();

function errorOf(value: unknown): DocumentError {
  const result = parseScenario(value);
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

describe('reading a document', () => {
  test('a document survives JSON, and reading it twice changes nothing', () => {
    for (const scenario of [example, openingScenario]) {
      expect(parseScenarioText(JSON.stringify(scenario))).toEqual({ ok: true, value: scenario });
      expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
    }
  });

  test('what is not a scenario at all is called that', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { format: 'excalidraw' }, [example], () => 0]) {
      expect(errorOf(value)).toEqual({ kind: 'not-a-scenario' });
    }
  });

  test('a document of a newer version is told from a broken one', () => {
    expect(errorOf({ ...example, version: scenarioVersion + 1 })).toEqual({
      kind: 'newer-version',
      found: scenarioVersion + 1,
      known: scenarioVersion,
    });
    for (const version of [0, -1, 1.5, '1', null, Number.NaN]) {
      expect(errorOf({ ...example, version })).toMatchObject({ kind: 'invalid-field', path: 'version' });
    }
  });

  test('goals, routing, radio, leakage and power are refused by their field', () => {
    const { goals } = example;
    const patches: readonly (readonly [string, object])[] = [
      ['routing', { routing: 'sideways' }],
      ['radio', { radio: '6g' }],
      ['goals.minimise', { goals: { ...goals, minimise: 'fun' } }],
      ['goals.weights.bytes', { goals: { ...goals, weights: { ...goals.weights, bytes: -1 } } }],
      ['goals.limits.latencyMs', { goals: { ...goals, limits: { ...goals.limits, latencyMs: '120' } } }],
      ['goals.limits.jitter', { goals: { ...goals, limits: { ...goals.limits, jitter: 1 } } }],
      ['leakage[1]', { leakage: [0, null] }],
      ['leakage', { leakage: [] }],
    ];
    for (const [path, patch] of patches) {
      expect(errorOf({ ...example, ...patch })).toMatchObject({ kind: 'invalid-field', path });
    }
    const [first, ...others] = example.nodes;
    const nodes = [{ ...first!, power: { idleW: 5, loadW: 2 } }, ...others];
    expect(errorOf({ ...example, nodes })).toMatchObject({
      path: 'nodes[0].power',
      expected: 'loadW at least idleW',
    });
  });

  test('profiles that a node needs are added, those nothing uses are dropped', () => {
    const bare = parseScenario({ ...openingScenario, profiles: [] });
    expect(bare).toEqual({ ok: true, value: openingScenario });
    const unused = { ...openingScenario.profiles[0]!, id: 'unused', deviceId: 'nowhere' };
    expect(parseScenario({ ...openingScenario, profiles: [...openingScenario.profiles, unused] })).toEqual(
      bare,
    );
  });

  test('markup in a name is text like any other', () => {
    const name = '<img src=x onerror="alert(1)"> & <script>';
    const result = parseScenario({ ...example, name });
    expect(result.ok && result.value.name).toBe(name);
  });

  test('minus zero, which would make a link faster than light, is read as zero', () => {
    const down = parseScenarioText(
      JSON.stringify(openingScenario).replaceAll(
        '"aToBMbps":290,"bToAMbps":290',
        '"aToBMbps":-0,"bToAMbps":-0',
      ),
    );
    expect(down.ok && Object.is(down.value.links[0]!.aToBMbps, 0)).toBe(true);
  });
});

describe('text', () => {
  test('text that is not JSON is placed by line and column', () => {
    expect(parseScenarioText('{\n  "format": splitscape\n}')).toEqual({
      ok: false,
      error: { kind: 'unreadable', what: 'file', detail: 'not JSON at line 2, column 13' },
    });
    expect(parseScenarioText('', 'link')).toEqual({
      ok: false,
      error: { kind: 'unreadable', what: 'link', detail: 'not JSON at line 1, column 1' },
    });
  });

  test('a byte order mark is no part of the document', () => {
    expect(parseScenarioText(`\ufeff${JSON.stringify(example)}`).ok).toBe(true);
  });

  test('the limit counts bytes, not characters', () => {
    const tooLarge = { ok: false, error: { kind: 'too-large', limitBytes: limits.documentBytes } };
    const padded = (filler: string, bytes: number): string => {
      const text = JSON.stringify(example);
      const room = limits.documentBytes - new TextEncoder().encode(text).length + bytes;
      const size = new TextEncoder().encode(filler).length;
      return text + ' '.repeat(room % size) + filler.repeat(Math.floor(room / size));
    };
    expect(parseScenarioText(padded(' ', 0)).ok).toBe(true);
    expect(parseScenarioText(padded(' ', 1))).toEqual(tooLarge);
    for (const filler of ['ß', '€', '😀']) {
      expect(parseScenarioText(padded(filler, 4))).toEqual(tooLarge);
      expect(parseScenarioText(padded(filler, 0))).toMatchObject({ error: { kind: 'unreadable' } });
    }
  });

  test('as many brackets as fit does not overflow', () => {
    expect(parseScenarioText('['.repeat(limits.documentBytes))).toMatchObject({
      error: { kind: 'unreadable' },
    });
    const half = limits.documentBytes / 2;
    expect(parseScenarioText('['.repeat(half) + ']'.repeat(half))).toMatchObject({ ok: false });
  });

  test('keys that reach for the prototype are refused and reach nothing', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const text = JSON.stringify(example).replace('{', `{"${key}":{"polluted":true,"name":"x"},`);
      expect(parseScenarioText(text)).toMatchObject({ error: { kind: 'invalid-field', path: key } });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
