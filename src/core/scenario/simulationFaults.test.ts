import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import type { LinkTrace } from '../traffic/types';
import type { DocumentError } from './documentError';
import { limits } from './limits';
import { parseScenario, parseScenarioText } from './parseScenario';
import { exampleScenario, exampleTrace, link } from './testing/exampleScenario';

const example = exampleScenario();
const settings = example.simulation!;
const may = limits.simulation;

function errorOf(value: unknown): DocumentError {
  const result = parseScenario(value);
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

/** The example with other settings of its simulation, right or wrong. */
const timed = (patch: object): unknown => ({ ...example, simulation: { ...settings, ...patch } });
const traced = (...traces: readonly Partial<LinkTrace>[]): unknown =>
  timed({ traces: traces.map((trace) => ({ ...exampleTrace, ...trace })) });
const traffic = (patch: object): unknown => timed({ traffic: { ...settings.traffic, ...patch } });
const radio = (patch: object): unknown => timed({ radio: { ...settings.radio, ...patch } });
const samples = (count: number): number[] => new Array<number>(count).fill(1);

/** A carrier that there is in both frequency ranges. */
const anywhere = { ...settings.radio, subcarrierKHz: 60, bandwidthMHz: 100 };

/** Every number of the settings, with the limits of its field. */
const bounded: readonly (readonly [
  path: string,
  bounds: readonly [number, number],
  put: (n: number) => object,
])[] = [
  ...(['durationS', 'coherenceMs', 'periodMs', 'sciMs', 'redecideMs'] as const).map(
    (field) => [field, may[field], (value: number) => ({ [field]: value })] as const,
  ),
  ...(
    [
      'carrierGHz',
      'eirpDbm',
      'receiverGainDb',
      'noiseFigureDb',
      'uplinkLayers',
      'downlinkLayers',
      'uplinkShare',
      'uplinkCapMbps',
    ] as const
  ).map(
    (field) =>
      [
        `radio.${field}`,
        may[field],
        (value: number) => ({ radio: { ...anywhere, [field]: value } }),
      ] as const,
  ),
  ...(['speedKmh', 'hysteresisDb', 'timeToTriggerMs', 'interruptionMs'] as const).map(
    (field) =>
      [
        `mobility.${field}`,
        may[field],
        (value: number) => ({ mobility: { ...settings.mobility, [field]: value } }),
      ] as const,
  ),
  ...(
    [
      'population',
      'activeS',
      'idleS',
      'demandMedianMbps',
      'demandSigma',
      'load',
      'fastPart',
      'fastCorrelation',
      'usualSd',
      'usualCeiling',
      'airTimeMean',
      'airTimeSd',
    ] as const
  ).map(
    (field) =>
      [
        `traffic.${field}`,
        may[field],
        (value: number) => ({ traffic: { ...settings.traffic, [field]: value } }),
      ] as const,
  ),
  ...(['ewmaWeight', 'window', 'forgetting', 'errorSd', 'gapTasks'] as const).map(
    (field) =>
      [
        `prediction.${field}`,
        may[field],
        (value: number) => ({ prediction: { ...settings.prediction, [field]: value } }),
      ] as const,
  ),
];

describe('numbers of a simulation', () => {
  test.each(bounded)(
    '%s keeps within its limits, which are allowed themselves',
    (path, [least, most], put) => {
      for (const value of [least, most])
        expect(parseScenario(timed(put(value))).ok, String(value)).toBe(true);
      const beyond = Math.max(1e-6, Math.abs(most) * 1e-6);
      for (const value of [least - beyond, most + beyond, Number.NaN, Infinity, String(least), null]) {
        if (value === null && path.endsWith('CapMbps')) continue;
        expect(errorOf(timed(put(value as number))), String(value)).toMatchObject({
          kind: 'invalid-field',
          path: `simulation.${path}`,
        });
      }
    },
  );

  test('each number of the usual settings is one of those', () => {
    const paths: string[] = [];
    const collect = (value: unknown, path: string): void => {
      if (typeof value === 'number') paths.push(path);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value))
          collect(inner, path === '' ? key : `${path}.${key}`);
      }
    };
    collect(defaultSimulation, '');
    const others = ['radio.bandwidthMHz', 'radio.subcarrierKHz'];
    expect(paths.sort()).toEqual([...bounded.map(([path]) => path), ...others].sort());
  });

  test('the usual settings are legal ones', () => {
    expect(parseScenario({ ...example, simulation: defaultSimulation }).ok).toBe(true);
  });

  test('minus zero is read as zero', () => {
    const read = parseScenario(traced({ mbps: [-0] }));
    expect(read.ok && Object.is(read.value.simulation?.traces[0]?.mbps[0], 0)).toBe(true);
  });
});

describe('settings that contradict the drawing or each other', () => {
  const share = settings.traffic.links[0]!;

  test.each<[string, unknown, string]>([
    [
      'a share of a link that is not there',
      traffic({ links: [{ ...share, link: 'gone' }] }),
      'traffic.links[0].link',
    ],
    ['two shares of one link', traffic({ links: [share, share] }), 'traffic.links[1].link'],
    [
      'a ceiling below the mean',
      traffic({ links: [{ ...share, ceilingMbps: share.meanMbps / 2 }] }),
      'traffic.links[0].ceilingMbps',
    ],
    ['a carrier that 5G does not have', radio({ carrierGHz: 10 }), 'radio.carrierGHz'],
    ['a spacing of the other range', radio({ subcarrierKHz: 15 }), 'radio.subcarrierKHz'],
    ['a bandwidth that a spacing does not have', radio({ bandwidthMHz: 20 }), 'radio.bandwidthMHz'],
    ['a trace of a link that is not there', traced({ link: link('gone') }), 'traces[0].link'],
    [
      'two traces of one direction',
      traced({ direction: 'aToB' }, { direction: 'aToB' }),
      'traces[1].direction',
    ],
    ['a trace of both and one of one', traced({}, { direction: 'aToB' }), 'traces[1].direction'],
    ['a trace of one and one of both', traced({ direction: 'bToA' }, {}), 'traces[1].direction'],
  ])('%s', (_, document, path) => {
    expect(errorOf(document)).toMatchObject({ kind: 'inconsistent', path: `simulation.${path}` });
  });

  test('a link has a trace for each direction, and a share beside them', () => {
    expect(parseScenario(traced({ direction: 'aToB' }, { direction: 'bToA' })).ok).toBe(true);
  });
});

describe('traces', () => {
  test('are no longer, and no more, than a document holds', () => {
    const { traceSamples, allTraceSamples, traces } = may;
    expect(parseScenario(traced({ mbps: samples(traceSamples) })).ok).toBe(true);
    expect(errorOf(traced({ mbps: samples(traceSamples + 1) }))).toEqual({
      kind: 'invalid-field',
      path: 'simulation.traces[0].mbps',
      expected: `at most ${traceSamples} samples, found ${traceSamples + 1}`,
    });
    const full = Math.floor(allTraceSamples / traceSamples);
    const many = Array.from({ length: full + 1 }, () => ({ mbps: samples(traceSamples) }));
    expect(errorOf(traced(...many))).toMatchObject({ path: `simulation.traces[${full}].mbps` });
    expect(errorOf(traced(...Array.from({ length: traces + 1 }, () => ({}))))).toMatchObject({
      path: 'simulation.traces',
      expected: `at most ${traces} traces, found ${traces + 1}`,
    });
  });

  test.each<[string, object, string]>([
    ['empty', { mbps: [] }, '.mbps'],
    ['negative', { mbps: [1, -1] }, '.mbps[1]'],
    ['of text', { mbps: ['1'] }, '.mbps[0]'],
    ['with a gap', { mbps: [1, null] }, '.mbps[1]'],
    ['faster than any link', { mbps: [1e6 + 1] }, '.mbps[0]'],
    ['without time', { stepS: 0 }, '.stepS'],
    ['without a name', { name: '' }, '.name'],
    ['of a direction that is none', { direction: 'up' }, '.direction'],
  ])('one that is %s is refused at its place', (_, patch, path) => {
    expect(errorOf(traced(patch))).toMatchObject({
      kind: 'invalid-field',
      path: `simulation.traces[0]${path}`,
    });
  });
});

describe('anything at all as settings', () => {
  const sections = ['radio', 'mobility', 'traffic', 'traces', 'prediction'] as const;

  test('no value makes the reader throw or is taken', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
        fc.constantFrom(...sections),
        (value, section) => {
          if (value === null || (Array.isArray(value) && value.length === 0)) return;
          expect(parseScenario({ ...example, simulation: value }).ok).toBe(false);
          expect(parseScenario(timed({ [section]: value })).ok).toBe(false);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });

  test('whatever is accepted after random damage reads back as itself', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom(0, -0, 1e-320, 1e308, -1, 2 ** 53, '', '__proto__', 'radio', [], [[]], {}, true),
    );
    const damage = fc.tuple(
      fc.constantFrom(...sections.filter((section) => section !== 'traces')),
      fc.nat(),
      hostile,
    );
    let accepted = 0;
    fc.assert(
      fc.property(damage, ([section, index, value]) => {
        const fields = Object.keys(settings[section]);
        const patch = { ...settings[section], [fields[index % fields.length]!]: value };
        const result = parseScenario(timed({ [section]: patch }));
        if (!result.ok) return;
        accepted += 1;
        expect(parseScenarioText(JSON.stringify(result.value))).toEqual(result);
      }),
      { seed: 5, numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
