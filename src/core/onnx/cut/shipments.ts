/** A tensor that crosses a cut. */
export interface Shipment {
  readonly tensor: string;
  /** Index of the part that made it; null: it is an input of the model. */
  readonly madeBy: number | null;
}

/**
 * What crosses every cut of a split, and where it comes from: a part lists only what it needs and makes, so a tensor that is
 * merely passed on (a raw input read late, a shortcut over a whole part) is shipped from cut to cut by whoever runs the split.
 *
 * @param boundaryTensors - of every boundary of the chain (`WorkloadChain.boundaryTensors`)
 * @param boundaries - where the split is cut, in blocks done, never falling; equal ones enclose a part that computes nothing
 * @returns one list a cut, and a last one for the model's results
 */
export function shipmentsOf(
  boundaryTensors: readonly (readonly string[])[],
  boundaries: readonly number[],
): readonly (readonly Shipment[])[] {
  const makers = new Map<string, number | null>();
  for (const tensor of boundaryTensors[0]!) makers.set(tensor, null);
  return [...boundaries, boundaryTensors.length - 1].map((boundary, part) =>
    boundaryTensors[boundary]!.map((tensor) => {
      // A tensor lives over consecutive boundaries: the first cut after it was made tells the part.
      if (!makers.has(tensor)) makers.set(tensor, part);
      return { tensor, madeBy: makers.get(tensor) ?? null };
    }),
  );
}
