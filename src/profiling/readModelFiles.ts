/** A model's files, read into memory and into normal form. */
import type { ModelFault } from '../core/onnx/modelFacts';
import type { ExternalData, OnnxModel } from '../core/onnx/read/onnxModel';
import { fingerprintDigits, readModel } from '../core/onnx/read/readModel';
import type { Result } from '../core/result';
import type { ModelFiles } from '../protocol/modelFiles';

/** May reject when memory runs out. */
export async function readModelFiles(files: ModelFiles): Promise<Result<OnnxModel, ModelFault>> {
  const bytes = new Uint8Array(await files.model.arrayBuffer());
  const external = await Promise.all(
    files.external.map(async ({ path, data }) => ({ path, data: new Uint8Array(await data.arrayBuffer()) })),
  );
  return readModel(bytes, external, await fastFingerprint(bytes, external));
}

/** The platform takes the bytes in one piece, and may copy them [B]. */
const mostAtOnce = 1e9;

/**
 * A model's fingerprint by the platform's own SHA-256, ten times as fast as one in JavaScript. undefined where it has none (a page
 * without a secure context) or where several files belong together: `readModel` then makes it.
 */
async function fastFingerprint(
  model: Uint8Array<ArrayBuffer>,
  external: readonly ExternalData[],
): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  const bytes = external.reduce((sum, { data }) => sum + data.length, model.length);
  if (subtle === undefined || external.length > 0 || bytes > mostAtOnce) return undefined;
  return fingerprintDigits(new Uint8Array(await subtle.digest('SHA-256', model)));
}
