import { readdirSync } from 'node:fs';
import type * as Ort from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { dressNative } from './nativeOrt';
import type { NativeOrt } from './nativePackage';

test('weights that were not given are looked for in an empty folder, never where the server runs', async () => {
  const seen: { readonly folder: string; readonly files: readonly string[] }[] = [];
  const create = (_: Uint8Array, { extra }: Ort.InferenceSession.SessionOptions) => {
    const { session } = extra as { readonly session: Readonly<Record<string, string>> };
    const folder = session['model_external_initializers_file_folder_path']!;
    seen.push({ folder, files: readdirSync(folder) });
    return Promise.resolve({ release: () => Promise.resolve(), endProfiling: () => undefined });
  };
  const native = { InferenceSession: { create } } as unknown as NativeOrt;
  const { ort } = dressNative(native, 1);
  for (const enableProfiling of [false, true]) {
    const session = await ort.InferenceSession.create(new Uint8Array(), { enableProfiling });
    await session.release();
  }
  expect(seen.map(({ files }) => files)).toEqual([[], []]);
  // Nothing of it stays.
  for (const { folder } of seen) expect(() => readdirSync(folder)).toThrow('ENOENT');
});
