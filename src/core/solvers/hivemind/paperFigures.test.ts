import { describe, expect, it } from 'vitest';
import { choose } from './counts';
import { paperFigures } from './paperFigures';

describe('the figures of the paper', () => {
  const of = (id: string) => paperFigures().find((figure) => figure.id === id)!;

  it('agree where its arithmetic does, and say at which layer counts', () => {
    expect(of('options')).toMatchObject({ agreesAt: [173, 174], ours: '40432700', verdict: 'agrees' });
    expect(of('messages')).toMatchObject({ agreesAt: [159, 177], layers: 174 });
    expect(of('bytes-sci')).toMatchObject({ agreesAt: [1, 998], ours: '612' });
  });

  it('differ where it does not', () => {
    expect(of('edges')).toMatchObject({ agreesAt: [76, 76], verdict: 'consistent-with-another-count' });
    expect(of('edges').ours).toBe((6n * choose(175n, 3n) + 4n * choose(174n, 2n)).toString());
    expect(of('values').agreesAt).toEqual([152, 165]);
    expect(of('bytes-naive')).toMatchObject({ agreesAt: null, verdict: 'differs' });
    expect(of('ratio').agreesAt).toEqual([154, 156]);
    // "Nearly 24000" is just below L^2 at the 155 convolutions of ResNet-152.
    expect(155 ** 2).toBe(24_025);
  });
});
