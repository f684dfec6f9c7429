import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { CatalogueWorkload } from '../../../core/scenario/types';
import { measuredProfile } from '../../../services/testing/measuredProfile';
import { createAppStore } from '../../../state/createAppStore';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { StoreContext } from '../../../state/useStore';
import { ConfigurationsTable } from './ConfigurationsTable';
import { SelectedProfiles } from './SelectedProfiles';
import { SeriesChart } from './SeriesChart';
import { presentNode } from './useChosenNode';

const workload = openingScenario.workload as CatalogueWorkload;

function html(view: ReactNode): string {
  const store = createAppStore(createFakeServices().services);
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(<StoreContext value={shown}>{view}</StoreContext>);
}

describe('profiles that are ticked', () => {
  const ours = measuredProfile('ours', workload);
  const threads = measuredProfile('threads', workload, { threads: 4 });
  const small = measuredProfile('small', { ...workload, inputPx: 64 }, { threads: 2 });

  test('of another model than the first are named, not silently left out', () => {
    const text = html(<SelectedProfiles profiles={[ours, small, threads]} />);
    expect(text).toContain(`Not drawn: WebAssembly, 2 threads (${small.modelName}).`);
    expect(text).toContain(`within one model, here ${ours.modelName}.`);
    expect(html(<SelectedProfiles profiles={[ours, threads, threads]} />)).not.toContain('Not drawn');
  });

  test('tell of times that cannot be drawn', () => {
    const [first, ...others] = ours.blocks;
    const profile = { ...ours, blocks: [{ ...first!, time: { seconds: NaN } }, ...others] };
    const text = html(<SeriesChart title="t" fileName="f" profiles={[{ name: 'a', profile }]} />);
    expect(text).toContain('1 value is missing or not finite');
  });

  test('tell what their columns and tags mean to who has no mouse', () => {
    const adapter = {
      vendor: '',
      architecture: '',
      description: '',
      isFallback: true,
      hasTimestamps: false,
      hasShaderF16: false,
    };
    const estimated = measuredProfile('gpu', workload, { backend: 'webgpu', estimated: true });
    const plain = html(<ConfigurationsTable rows={[{ profile: ours, adapter: null }]} best={null} />);
    expect(plain).toMatch(/<dt>p90<\/dt><dd>One run in ten takes longer<\/dd>/);
    expect(plain).not.toContain('<dt>Estimated');
    const gpu = html(<ConfigurationsTable rows={[{ profile: estimated, adapter }]} best={null} />);
    expect(gpu).toMatch(/<dt>Estimated<\/dt>.*<dt>Software adapter<\/dt>/);
  });
});

describe('the node that a profile is for', () => {
  const { nodes, sourceId } = openingScenario;
  const host = nodes.find(({ kind }) => kind === 'mec')!.id;

  test('is the one chosen, else the likely one, as long as the network has it; else the source', () => {
    const gone = 'gone' as NodeId;
    expect(presentNode(openingScenario, [host, sourceId])).toBe(host);
    expect(presentNode(openingScenario, [gone, host])).toBe(host);
    expect(presentNode(openingScenario, [undefined, host])).toBe(host);
    expect(presentNode(openingScenario, [gone, undefined])).toBe(sourceId);
  });
});
