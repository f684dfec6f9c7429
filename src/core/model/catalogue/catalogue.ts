import type { Architecture, Width } from '../../scenario/types';
import type { LayerGraph } from '../types';
import { alexnet } from './alexnet';
import type { ArchitectureFile } from './architecture';
import { mobilenetV2 } from './mobilenetV2';
import { resnet18, resnet50 } from './resnet';
import { vgg11, vgg16 } from './vgg';

const catalogue: Record<Architecture, ArchitectureFile> = {
  alexnet,
  'mobilenet-v2': mobilenetV2,
  'resnet-18': resnet18,
  'resnet-50': resnet50,
  'vgg-11': vgg11,
  'vgg-16': vgg16,
};

function textOf(key: 'name' | 'description'): Readonly<Record<Architecture, string>> {
  const entries = Object.entries(catalogue).map(([id, file]) => [id, file[key]]);
  return Object.fromEntries(entries) as Record<Architecture, string>;
}

/** Names as people write them: "ResNet-18". */
export const architectureNames = textOf('name');

/** One line about each architecture, for whoever chooses a model. */
export const architectureDescriptions = textOf('description');

/**
 * The layer graph of a catalogue model: batch 1, float32, three colours, 1000 classes.
 *
 * @param inputPx height and width of the picture [px], an integer from 64 to 512; every architecture takes all of them
 * @param width factor on every hidden channel count
 * @throws RangeError for a size outside that range: documents are checked long before they come here
 */
export function buildGraph(architecture: Architecture, inputPx: number, width: Width): LayerGraph {
  if (!Number.isInteger(inputPx) || inputPx < 64 || inputPx > 512)
    throw new RangeError(`input of ${inputPx} px is not an integer from 64 to 512`);
  const { name, build } = catalogue[architecture];
  return build(`${name}, ${inputPx} px${width === 1 ? '' : `, width ${width}`}`, inputPx, width);
}
