import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, viewAt, withPlace } from './linkPlace';
import { dockTabs } from './types';

describe('the place in a link', () => {
  it('is read back as it was written, for every tab and step', () => {
    const place = fc.record({
      tab: fc.constantFrom(...dockTabs),
      step: fc.option(fc.nat(9999)),
    });
    fc.assert(
      fc.property(place, (written) => {
        expect(placeOf(withPlace('#s=2.AbC-_', written))).toEqual(written);
      }),
      { seed: 1 },
    );
  });

  it.each([
    ['no place', '#s=2.AbC'],
    ['a tab this page does not have', '#s=2.AbC&at=weather.3'],
    ['a step that is no number', '#s=2.AbC&at=messages.x'],
    ['a negative step', '#s=2.AbC&at=messages.-1'],
    ['a step beyond all reason', '#s=2.AbC&at=messages.123456'],
    ['a place without a document', '#at=messages.3'],
    ['nothing', ''],
  ])('is none where the fragment holds %s', (_what, fragment) => {
    expect(placeOf(fragment)).toBeNull();
  });

  it('is found beside parts that a later version may add', () => {
    expect(placeOf('#s=2.AbC&at=graph&hide=inspector')).toEqual({ tab: 'graph', step: null });
    expect(placeOf('#s=2.AbC&hide=inspector&at=messages.4')).toEqual({ tab: 'messages', step: 4 });
  });

  it('leaves the step alone where it names none', () => {
    expect(viewAt({ tab: 'graph', step: null })).toEqual({ place: 'play', dockOpen: true, dockTab: 'graph' });
    expect(viewAt({ tab: 'messages', step: 0 })).toMatchObject({ dockTab: 'messages', step: 0 });
  });
});
