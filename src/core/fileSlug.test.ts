import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileSlug } from './fileSlug';

test.each([
  ['ResNet-18, 64 px', 'resnet-18-64-px'],
  ['MobileNetV2 (0.25x)', 'mobilenetv2-0-25x'],
  ['人脸检测', '人脸检测'],
  ['Größe Ünit', 'größe-ünit'],
  // The same letters, put together from parts.
  ['Gro\u0308ße', 'größe'],
  ['हिन्दी मॉडल', 'हिन्दी-मॉडल'],
  ['ch_ppocr_v2.0.ONNX', 'ch-ppocr-v2-0'],
  ['..\\../etc/passwd', 'etc-passwd'],
  ['../..', 'model'],
  ['', 'model'],
])('%s becomes %s', (name, slug) => {
  expect(fileSlug(name)).toBe(slug);
});

test('whatever the name, a file can be called so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const slug = fileSlug(name, 'x');
      expect(slug).toMatch(/^[\p{Letter}\p{Mark}\p{Number}]+(-[\p{Letter}\p{Mark}\p{Number}]+)*$/u);
      expect(slug.length).toBeLessThanOrEqual(60);
    }),
    { seed: 1, numRuns: 500 },
  );
});
