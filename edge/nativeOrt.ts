/** ONNX Runtime's native build dressed as the web build: same calls, one thread pool a session, profiles read from files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Ort from 'onnxruntime-web';
import type { CapturePrint } from '../src/profiling/createOrtEngine';
import type { NativeOrt } from './nativePackage';

export interface DressedOrt {
  readonly ort: Pick<typeof Ort, 'InferenceSession' | 'Tensor'>;
  /** What `endProfiling` wrote while the action ran. */
  readonly capturePrint: CapturePrint;
}

/**
 * Where the runtime looks for weights that a model names by a file and that were not given with it. Unless told it is the
 * working directory of the process: a model from elsewhere could have its files read, and its results would hold them.
 */
const externalFolder = 'model_external_initializers_file_folder_path';

/**
 * The web build prints its profile where this one writes a file, into a folder of its own that is removed as soon as it is read.
 * Optimisation stays as asked: at 'all' the native build lays tensors out in blocks (NCHWc), which is what a server runs and up
 * to twice as fast as 'extended'; its kernels are then named after tensors, which the mapping of names to blocks knows.
 */
export function dressNative(native: NativeOrt, threads: number): DressedOrt {
  let written = '';
  const create = async (
    model: Uint8Array,
    options: Ort.InferenceSession.SessionOptions = {},
  ): Promise<Ort.InferenceSession> => {
    const folder = mkdtempSync(join(tmpdir(), 'splitscape-'));
    const isProfiled = options.enableProfiling === true;
    const forget = (): void => rmSync(folder, { recursive: true, force: true });
    try {
      const session = await native.InferenceSession.create(model, {
        ...options,
        executionProviders: ['cpu'],
        intraOpNumThreads: threads,
        extra: { session: { [externalFolder]: folder } },
        ...(isProfiled && { profileFilePrefix: join(folder, 'profile') }),
      });
      if (!isProfiled) forget();
      else {
        const endProfiling = session.endProfiling.bind(session);
        session.endProfiling = () => {
          endProfiling();
          written = readProfiles(folder);
          forget();
        };
      }
      const release = session.release.bind(session);
      session.release = async () => {
        await release();
        forget();
      };
      return session;
    } catch (error) {
      forget();
      throw error;
    }
  };
  return {
    ort: { InferenceSession: { create } as NativeOrt['InferenceSession'], Tensor: native.Tensor },
    capturePrint: (action) => {
      written = '';
      action();
      return written;
    },
  };
}

function readProfiles(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
