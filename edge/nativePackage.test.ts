import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { installNative, isNativeInstalled, type Spawn } from './nativePackage';

const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

/** Installs nothing, and keeps what it was called with. */
function pretend(status: number | null, told: { readonly stderr?: string; readonly error?: Error } = {}) {
  const calls: Parameters<Spawn>[] = [];
  const spawn: Spawn = (...given) => {
    calls.push(given);
    return { status, stdout: '', stderr: '', ...told };
  };
  return { calls, spawn };
}

describe('installing the native build', () => {
  it('takes what the lock file names, beside it, and forbids the package to fetch GPU libraries', () => {
    const { calls, spawn } = pretend(0);
    const installed = installNative(spawn);
    expect(calls).toHaveLength(1);
    const [command, words, { env }] = calls[0]!;
    expect([command, ...words]).toEqual([
      ...['npm', 'ci', '--prefix', folder],
      ...['--no-audit', '--no-fund', '--loglevel=error'],
    ]);
    expect(env).toMatchObject({ ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' });
    // npm may say all is well without the package: only that it is there counts.
    expect(installed.ok).toBe(isNativeInstalled());
  });

  it('that fails says why in npm’s last words', () => {
    const { spawn } = pretend(1, { stderr: 'npm error one\ntwo\nthree\nfour\nno network' });
    expect(installNative(spawn)).toEqual({
      ok: false,
      error: { kind: 'install-failed', message: 'two\nthree\nfour\nno network' },
    });
    const missing = pretend(null, { error: new Error('spawn npm ENOENT') });
    expect(installNative(missing.spawn)).toMatchObject({ error: { message: 'spawn npm ENOENT' } });
    expect(installNative(pretend(null).spawn)).toMatchObject({
      error: { message: 'npm ended with status ?' },
    });
  });
});
