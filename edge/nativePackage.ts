/** ONNX Runtime's native build, which lives in edge/node_modules once somebody wanted it: 288 MB are not installed unasked. */
import {
  spawnSync,
  type SpawnSyncOptionsWithStringEncoding,
  type SpawnSyncReturns,
} from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Ort from 'onnxruntime-web';
import { messageOf } from '../src/core/outOfMemory';
import { err, ok, type Result } from '../src/core/result';

/** The part of onnxruntime-node that is used; both packages share these types, and this one need not be there to compile. */
export type NativeOrt = Pick<typeof Ort, 'InferenceSession' | 'Tensor' | 'env'>;

/** Where edge/package.json and its lock file are. */
const folder = dirname(fileURLToPath(import.meta.url));
export const nativeMegabytes = 288;

export type NativeFault =
  | { readonly kind: 'not-installed' }
  /** Installed, but not for this platform, or broken. */
  | { readonly kind: 'cannot-load'; readonly message: string }
  | { readonly kind: 'install-failed'; readonly message: string };

export function isNativeInstalled(): boolean {
  return existsSync(`${folder}/node_modules/onnxruntime-node/package.json`);
}

/** Loads the package; installs nothing. */
export function loadNative(): Result<NativeOrt, NativeFault> {
  if (!isNativeInstalled()) return err({ kind: 'not-installed' });
  try {
    return ok(createRequire(`${folder}/package.json`)('onnxruntime-node') as NativeOrt);
  } catch (error) {
    return err({ kind: 'cannot-load', message: messageOf(error) });
  }
}

/** As much of `spawnSync` as is used. */
export type Spawn = (
  command: string,
  words: readonly string[],
  options: SpawnSyncOptionsWithStringEncoding,
) => Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr' | 'error'>;

/**
 * Installs exactly what edge/package-lock.json names, into edge/node_modules. The package's own postinstall would fetch GPU
 * libraries from elsewhere and fails where that is blocked: it is told to skip that; CPU kernels are all that is used.
 */
export function installNative(spawn: Spawn = spawnSync): Result<null, NativeFault> {
  const { status, stdout, stderr, error } = spawn(
    'npm',
    ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      encoding: 'utf8',
      env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (status === 0 && isNativeInstalled()) return ok(null);
  const told = [error?.message ?? '', stderr, stdout].join('\n').trim();
  return err({
    kind: 'install-failed',
    message: lastLines(told) || `npm ended with status ${status ?? '?'}`,
  });
}

function lastLines(text: string): string {
  return text.split('\n').slice(-4).join('\n');
}
