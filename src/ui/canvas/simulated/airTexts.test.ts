import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { adoptTrace } from '../../../core/scenario/simulationEdits';
import { airLinks } from '../../../core/simulation/air';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { momentOf } from '../../panels/simulate/moment';
import { airTexts, transferLines } from './airTexts';
import type { AirTransfer } from './momentOverlay';

const transfer: AirTransfer = {
  direction: 'aToB',
  boundary: 3,
  bytes: 92_928,
  seconds: 0.0165,
  share: 0.5,
  sendS: 0.0165,
  delayS: 0,
  handoverS: 0,
  waitS: 0,
};
const link = { ...openingScenario.links[0]!, aToBMbps: 45, bToAMbps: 0 };

describe('what is written beside the UE', () => {
  test('multiplies: bytes, mean rate and time; what else it took is said apart and adds up', () => {
    const [line] = transferLines(transfer);
    const [, kB, mbps, ms] = /^sends ([\d.]+) kB at ([\d.]+) Mbit\/s: ([\d.]+) ms$/.exec(line!)!;
    expect((Number(kB) * 8) / Number(mbps) / Number(ms)).toBeCloseTo(1, 2);
    expect(transferLines(transfer)).toHaveLength(1);
    const interrupted = { ...transfer, seconds: 0.0475, handoverS: 0.03, delayS: 0.001 };
    expect(transferLines(interrupted)).toEqual([
      'sends 92.9 kB at 45.1 Mbit/s: 16.5 ms',
      '+ 1 ms delay + 30 ms handover = 47.5 ms',
    ]);
  });

  test('waits without an end where nothing is carried any more', () => {
    const never = { ...transfer, direction: 'bToA', seconds: Infinity, waitS: Infinity, sendS: 0 } as const;
    expect(transferLines(never)).toEqual(['gets 92.9 kB: waits']);
    expect(transferLines({ ...transfer, sendS: 0, handoverS: 0.0165 })).toEqual(['sends 92.9 kB in 16.5 ms']);
  });

  test('says who took over and on which cell the task stays', () => {
    const plain = momentOf(smallRun, 'best', 0.7);
    const given = { run: smallRun, scenario: openingScenario, air: [transfer] };
    expect(airTexts({ ...given, moment: plain }, link)).toEqual({
      head: 'SNR 20 dB',
      lines: ['now up 45 Mbit/s, down nothing', 'sends 92.9 kB at 45.1 Mbit/s: 16.5 ms'],
    });
    const moment = { ...plain, cell: 'other' as NodeId };
    const { head, lines } = airTexts({ ...given, moment }, link);
    expect(head).toMatch(/^handed over to /);
    expect(lines.slice(0, 2)).toEqual(['this task stays on gNB', 'gNB now up 45 Mbit/s, down nothing']);
    const { id } = airLinks(openingScenario)[0]!;
    const trace = { link: id, direction: 'both', name: 'a.csv', stepS: 1, mbps: [1], loop: true } as const;
    const traced = { ...given, scenario: adoptTrace(openingScenario, trace), moment };
    expect(airTexts(traced, link).lines[2]).toBe('its trace has its own gaps, none is added');
    // Of a task that began on the new cell too, and only then.
    const at = (atS: number) => airTexts({ ...traced, moment: momentOf(smallRun, 'best', atS) }, link);
    expect(at(0.3).head).toBe('SNR 20 dB (modelled)');
    expect(at(0.3).lines).toContain('its trace has its own gaps, none is added');
    expect(at(1.2).lines).not.toContain('its trace has its own gaps, none is added');
  });

  test('says of a cell without a link that it cannot serve', () => {
    const { sourceId, links } = openingScenario;
    const scenario = {
      ...openingScenario,
      links: links.filter(({ a, b }) => a === sourceId || b === sourceId),
    };
    const moment = { ...momentOf(smallRun, 'best', 0.7), task: null };
    expect(airTexts({ run: smallRun, scenario, moment, air: [] }, link).lines[0]).toMatch(
      /cannot serve: no link to the network/,
    );
  });
});
