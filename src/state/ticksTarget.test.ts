import { describe, expect, it } from 'vitest';
import type { NetworkLink, NodeId } from '../core/network/types';
import { changeLink } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { heroLink, ticksTarget, uplinkOf } from './ticksTarget';

const hero = heroLink(openingScenario)!;
const reversed = (link: NetworkLink): NetworkLink => ({ ...link, a: link.b, b: link.a });

describe('ticks target', () => {
  it('is the first link on the source while not exactly one link is selected', () => {
    const ids = openingScenario.links.map(({ id }) => id);
    expect([hero.a, hero.b]).toContain(openingScenario.sourceId);
    expect(ticksTarget(openingScenario, [])).toEqual({ link: hero.id, directions: ['both'] });
    expect(ticksTarget(openingScenario, ids)).toEqual({ link: hero.id, directions: ['both'] });
  });

  it('is the one selected link', () => {
    const last = openingScenario.links.at(-1)!;
    expect(ticksTarget(openingScenario, [last.id])?.link).toBe(last.id);
  });

  it('has both sliders of a link that is not symmetric, the uplink first', () => {
    const scenario = changeLink(openingScenario, hero.id, { symmetric: false });
    const directions = hero.a === scenario.sourceId ? ['aToB', 'bToA'] : ['bToA', 'aToB'];
    expect(ticksTarget(scenario, [])).toEqual({ link: hero.id, directions });
  });

  it('calls the direction towards the sink uplink, whichever way the link was drawn', () => {
    expect(uplinkOf(openingScenario, hero)).not.toBe(uplinkOf(openingScenario, reversed(hero)));
  });

  it('calls a to b uplink where neither end leads to the sink', () => {
    const stray = { ...hero, a: 'x' as NodeId, b: 'y' as NodeId };
    expect(uplinkOf(openingScenario, stray)).toBe('aToB');
  });
});
