/** Where a model can be cut for download, and what the parts are called. */
import { fileSlug } from '../../../core/fileSlug';
import type { Plan } from '../../../core/solvers/types';
import type { OwnSplit } from '../../../core/scenario/types';
import type { ModelPart } from '../../../protocol/modelApi';

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

/** Beside each part, the file that its weights are in where the model's are in files of their own: "face-head.data". */
export function dataNames(names: readonly string[]): readonly string[] {
  return names.map((name) => name.replace(/\.onnx$/, '.data'));
}

export interface PartFile {
  readonly name: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Every file of the parts. A part names its data file, so that one has the name it was cut with. */
export function partFiles(parts: readonly ModelPart[], names: readonly string[]): readonly PartFile[] {
  return parts.flatMap(({ model, external }, part) => [
    { name: names[part]!, data: model },
    ...external.map(({ path, data }) => ({ name: path, data })),
  ]);
}
