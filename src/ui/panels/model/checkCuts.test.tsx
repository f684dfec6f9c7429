import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { CatalogueWorkload, ShippedPrecision } from '../../../core/scenario/types';
import { createAppStore } from '../../../state/createAppStore';
import type { ModelsState } from '../../../state/modelsTypes';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { StoreContext } from '../../../state/useStore';
import { CheckCuts } from './CheckCuts';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const cut = { boundary: 1, tensors: ['h'], absolute: 0, relative: 1e-6, predictedBytes: 16, sentBytes: 16 };

function html(checking: ModelsState['checking'], shown = workload): string {
  const store = createAppStore(createFakeServices().services, openingScenario);
  store.setState({ models: { ...store.getState().models, checking } });
  return renderToStaticMarkup(
    <StoreContext value={{ ...store, getInitialState: store.getState }}>
      <CheckCuts workload={shown} blocks={9} modelName="Face" />
    </StoreContext>,
  );
}

describe('checking the cuts', () => {
  it('reads the phase aloud, not every cut', () => {
    const progress = { phase: 'checking', fraction: 0.5 } as const;
    const shown = html({ status: 'running', workload, shipped: 'fp32', progress, cuts: [cut] });
    expect(shown).toContain('1 of 8 cuts');
    expect(/role="status">([^<]*)</.exec(shown)?.[1]).toBe('Running both parts of every cut…');
  });

  it('offers the precision that the scenario ships features in, and says what each check means', () => {
    const exact = html({ status: 'idle' });
    expect(exact).toContain('<option value="fp32" selected=""');
    expect(exact).toContain('must change nothing but the last digits');
    const rounded = html({ status: 'idle' }, { ...workload, shipped: 'int8' });
    expect(rounded).toContain('<option value="int8" selected=""');
    expect(rounded).toContain('what that costs at each cut');
  });

  it('has words on its axis, and on the limit where there is one', () => {
    const done = (shipped: ShippedPrecision) =>
      html({
        status: 'done',
        workload,
        shipped,
        check: { cuts: [cut], failures: [], optimisation: 'all' },
      });
    expect(done('fp32')).toContain('largest difference / largest output');
    expect(done('fp32')).toMatch(/tolerated: up to .*10⁻⁴/);
    expect(done('fp16')).toContain('largest difference / largest output');
    expect(done('fp16')).not.toContain('tolerated');
  });
});
