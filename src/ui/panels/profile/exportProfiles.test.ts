import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../../core/model/workloadChain';
import { readProfileFile } from '../../../core/profile/files/readProfileFile';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { measuredProfile, noDetails } from '../../../services/testing/measuredProfile';
import { exportProfiles, type ExportRequest } from './exportProfiles';
import { importFile, likelyNode } from './importProfiles';

const { workload } = openingScenario;
const profile = {
  ...measuredProfile('p', workload, { deviceDetails: 'Chromium 156, Linux, 2 cores' }),
  deviceName: 'Kitchen phone',
};
const other = measuredProfile('other', { ...workload, kind: 'catalogue', inputPx: 64 } as typeof workload);
const request: ExportRequest = {
  format: 'json',
  profiles: [profile],
  details: { p: { ...noDetails, copies: 3 }, other: null },
  workload,
  strip: false,
  date: '2026-05-06T07:08:09Z',
};
const context = { fileName: 'x.json', date: '2026-05-06T07:08:09Z', newId: 'new', workload };

describe('exporting profiles', () => {
  test('as JSON gives back every figure, what ran, and the model', () => {
    const [file] = exportProfiles(request);
    expect(file?.name).toBe('profile-mobilenetv2-224-px-wasm-1.json');
    const read = readProfileFile(file!.content, context);
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.profiles).toEqual([profile]);
    expect(read.value.details).toEqual({ p: { ...noDetails, copies: 3 } });
    expect(read.value.workload).toEqual(workload);
  });

  test('stripped says nothing of the device, in any format', () => {
    for (const format of ['json', 'csv', 'trace'] as const) {
      for (const { content, name } of exportProfiles({ ...request, format, strip: true })) {
        expect(`${name} ${content}`).not.toMatch(/Chromium|Kitchen/);
      }
    }
  });

  test('of several models gives one JSON without a model, but a table or a trace of each', () => {
    const both = { ...request, profiles: [profile, other] };
    const [json, ...more] = exportProfiles(both);
    expect(more).toEqual([]);
    const read = readProfileFile(json!.content, context);
    expect(read.ok && read.value.workload).toBeNull();
    expect(exportProfiles({ ...both, format: 'trace' })).toHaveLength(2);
    const tables = exportProfiles({ ...both, format: 'csv' });
    expect(tables[0]?.content).toContain(workloadChain(workload).blocks[0]!.name);
    expect(tables[1]?.content).toContain('block 1');
  });
});

describe('importing a file', () => {
  const tools = (limit = Infinity) => ({
    files: {
      choose: () => Promise.resolve(null),
      readText: async (file: File, limitBytes: number) =>
        file.size > Math.min(limit, limitBytes)
          ? ({ ok: false, error: { kind: 'too-large', limitBytes } } as const)
          : ({ ok: true, value: await file.text() } as const),
      download: () => undefined,
      copyText: () => Promise.resolve(true),
    },
    newId: () => 'new',
    now: () => '2026-05-06T07:08:09Z',
  });

  test('reads what was exported as a table into a profile of the current model, for a server first', async () => {
    const [table] = exportProfiles({ ...request, format: 'csv' });
    const imported = await importFile(new File([table!.content], 'server.csv'), tools(), openingScenario);
    if (!imported.ok) throw new Error(imported.description.title);
    expect(imported.read.profiles[0]?.modelKey).toBe(profile.modelKey);
    expect(likelyNode(openingScenario, imported.read)?.kind).toBe('mec');
  });

  test('takes a browser’s measurement for the UE’s', async () => {
    const [file] = exportProfiles(request);
    const imported = await importFile(new File([file!.content], 'phone.json'), tools(), openingScenario);
    if (!imported.ok) throw new Error(imported.description.title);
    expect(likelyNode(openingScenario, imported.read)?.id).toBe(openingScenario.sourceId);
  });

  test('says how large a file may be', async () => {
    const imported = await importFile(new File(['{}'], 'big.json'), tools(1), openingScenario);
    expect(!imported.ok && imported.description.title).toContain('up to 64 MB');
  });
});
