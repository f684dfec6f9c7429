/** What must be there before the server starts: the built app, and an engine that runs. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { err, type Result } from '../src/core/result';
import type { PartFailure } from '../src/protocol/partApi';
import { installNative, isNativeInstalled, nativeMegabytes } from './nativePackage';
import type { EngineFacts, EngineName } from './threadMessages';
import { probeEngine } from './threadRunner';

const root = fileURLToPath(new URL('..', import.meta.url));
export const appFolder = fileURLToPath(new URL('../dist', import.meta.url));

export type Say = (line: string) => void;

/** Builds the app unless there is a build; false when that fails. */
export function ensureBuild(say: Say): boolean {
  if (existsSync(`${appFolder}/index.html`)) return true;
  say('Building the app, once ...');
  const { status } = spawnSync('npm', ['run', '-s', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/**
 * The engine that was asked for, tried out. Without a wish: the native one, installed if need be, and WebAssembly where that
 * fails, which is told.
 */
export async function ensureEngine(
  wish: EngineName | null,
  say: Say,
): Promise<Result<EngineFacts, PartFailure>> {
  if (wish === 'wasm') return probeEngine('wasm');
  const trouble = installIfNeeded(say);
  const native =
    trouble === null
      ? await probeEngine('native')
      : err<PartFailure>({ kind: 'part-failed', message: trouble });
  if (native.ok || wish === 'native') return native;
  say(`ONNX Runtime for Node does not run here: ${native.error.message}`);
  say('Going on with WebAssembly: one thread, three to four times slower.');
  return probeEngine('wasm');
}

function installIfNeeded(say: Say): string | null {
  if (isNativeInstalled()) return null;
  say(`Installing ONNX Runtime for Node into edge/node_modules, once (${nativeMegabytes} MB) ...`);
  const installed = installNative();
  if (installed.ok) return null;
  return 'message' in installed.error ? installed.error.message : 'it could not be installed';
}
