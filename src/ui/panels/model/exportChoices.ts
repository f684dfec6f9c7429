/** Where a model can be cut for download, and what the parts are called. */
import type { Plan } from '../../../core/solvers/types';
import type { OwnSplit } from '../../../core/scenario/types';

export interface ExportChoice {
  readonly id: 'best' | 'own' | 'boundary';
  readonly label: string;
  /** Rising, none of them 0 or the last; empty: nothing is cut there. */
  readonly boundaries: readonly number[];
}

/** @param blocks number of blocks of the model */
export function exportChoices(
  best: Plan | null,
  own: OwnSplit | null,
  boundary: number,
  blocks: number,
): readonly ExportChoice[] {
  const inside = (list: readonly number[]): readonly number[] =>
    [...new Set(list)].filter((at) => at > 0 && at < blocks).sort((a, b) => a - b);
  const bestCuts =
    best === null ? [] : inside(best.legs.flatMap((leg) => (leg.kind === 'compute' ? [leg.to] : [])));
  const ownCuts = own === null ? [] : inside(own.boundaries);
  return [
    ...(best === null
      ? []
      : [{ id: 'best', label: `Best split: ${cutsText(bestCuts)}`, boundaries: bestCuts } as const]),
    ...(own === null
      ? []
      : [{ id: 'own', label: `Your own split: ${cutsText(ownCuts)}`, boundaries: ownCuts } as const]),
    { id: 'boundary', label: 'One cut, chosen here', boundaries: inside([boundary]) },
  ];
}

function cutsText(cuts: readonly number[]): string {
  if (cuts.length === 0) return 'it does not cut the model';
  return cuts.length === 1 ? `after block ${cuts[0]}` : `after blocks ${cuts.join(', ')}`;
}

/** "face-head.onnx", "face-middle-1.onnx", "face-tail.onnx" */
export function partNames(modelName: string, parts: number): readonly string[] {
  const name = fileSlug(modelName);
  return Array.from({ length: parts }, (_, part) => {
    if (part === 0) return `${name}-head.onnx`;
    if (part === parts - 1) return `${name}-tail.onnx`;
    return parts === 3 ? `${name}-middle.onnx` : `${name}-middle-${part}.onnx`;
  });
}

/** Letters and digits of any script, the rest as single dashes. */
export function fileSlug(name: string): string {
  const slug = name
    .replace(/\.onnx$/i, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'model' : slug;
}
