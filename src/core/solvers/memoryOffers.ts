/** Runs that end with the same number of blocks done: the most promising ones, for `memoryPasses` to choose from. */

export interface Offer {
  /** No plan that goes on from here costs less. */
  readonly boundS: number;
  readonly costS: number;
  /** The node of the run, the step at which it started, and the label there. */
  readonly node: number;
  readonly fromStep: number;
  readonly from: number;
}

/** As many as this times the width are kept, as some of them turn out to be needless. */
const spare = 8;

export class Offers {
  /** Lowest bound of the offers that were dropped. One at or above it need not be made: it would be dropped too. */
  droppedS = Infinity;
  private kept: Offer[] = [];

  constructor(private readonly width: number) {}

  add(offer: Offer): void {
    this.kept.push(offer);
    if (this.kept.length < 2 * spare * this.width) return;
    this.sort();
    this.droppedS = this.kept[spare * this.width]!.boundS;
    this.kept.length = spare * this.width;
  }

  /** Lowest bound first. */
  sorted(): readonly Offer[] {
    this.sort();
    return this.kept;
  }

  private sort(): void {
    this.kept.sort((a, b) => a.boundS - b.boundS);
  }
}
