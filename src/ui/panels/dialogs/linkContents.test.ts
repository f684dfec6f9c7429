import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { adoptTrace } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { importedWorkload } from '../../../state/testing/fakeModels';
import { linkContents, longLink, longLinkWarning } from './linkContents';

const withTrace = adoptTrace(openingScenario, {
  link: openingScenario.links[0]!.id,
  direction: 'both',
  name: 'drive.csv',
  stepS: 1,
  mbps: [1, 2, 3],
  loop: true,
});

describe('linkContents', () => {
  test('counts what is in the document', () => {
    const text = linkContents(openingScenario, false).join('\n');
    expect(text).toContain(`${openingScenario.nodes.length} nodes and ${openingScenario.links.length} links`);
    expect(text).not.toContain('device details');
    expect(text).toContain('The seed of the simulation');
  });

  test('says whether device details go along as soon as something was measured', () => {
    const measured: Scenario = {
      ...openingScenario,
      notes: 'for the lecture',
      profiles: [
        {
          ...openingScenario.profiles[0]!,
          id: 'm1',
          source: {
            kind: 'measured',
            date: '2026-01-01T00:00:00Z',
            backend: 'wasm',
            threads: 1,
            runs: 15,
            clockS: 5e-6,
            endToEndS: 1,
            endToEndIntervalS: [0.9, 1.1],
            sumS: 1,
            factor: 1,
            statistic: 'median',
            steadiness: 'good',
            reason: '',
            deviceDetails: null,
          },
        },
      ],
    };
    expect(linkContents(measured, false).join('\n')).toContain('1 of them measured, without device details');
    expect(linkContents(measured, true).join('\n')).toContain('with device details');
    expect(linkContents(measured, false)).toContain('The name and the notes');
  });

  test('says that weights stay behind and what that means for whoever opens the link', () => {
    const scenario: Scenario = { ...openingScenario, workload: importedWorkload('a'.repeat(32)) };
    const text = linkContents(scenario, false).join('\n');
    expect(text).toContain('structure of the model "tiny"');
    expect(text).toContain('its 2 operators. Not its weights');
  });
});

describe('the network in time', () => {
  test('is told where a document has settings of its own, with its traces and their file names', () => {
    expect(linkContents(openingScenario, false).join('\n')).not.toContain('in time');
    const text = linkContents(withTrace, false).join('\n');
    expect(text).toContain('moves in time');
    expect(text).toContain('a trace with the name of the file and 3 samples');
  });
});

describe('longLinkWarning', () => {
  test('offers the file as soon as a link is too long to be passed on', () => {
    const imported: Scenario = { ...openingScenario, workload: importedWorkload('a'.repeat(32)) };
    expect(longLinkWarning(longLink, imported)).toBe(null);
    expect(longLinkWarning(longLink + 1, imported)).toMatch(/30 kB.*imported model.*Save to a file/);
    expect(longLinkWarning(50_000, withTrace)).toMatch(/traces.*Save to a file/);
    expect(longLinkWarning(50_000, openingScenario)).not.toMatch(/model|trace/);
  });
});
