/**
 * `npm run profile -- MODEL.onnx`: measures a model on this machine as the page does on a phone, and writes the JSON that the
 * page imports. Exit status 0; 2 with a line on standard error when it was called wrongly or the model cannot be opened or
 * measured.
 */
import { writeFileSync } from 'node:fs';
import { createNativeRuntime, createWasmRuntime, type NodeRuntime } from '../edge/engine';
import { installNative, nativeMegabytes, type NativeFault } from '../edge/nativePackage';
import { parseProfileArguments, profileUsage, type ProfileArguments } from './profileArguments';
import { profileModel, type Terminal } from './profileCommand';

async function main(words: readonly string[]): Promise<number> {
  const options = parseProfileArguments(words);
  if (!options.ok) return fail(`${options.error}\n${profileUsage}`);
  const terminal = createTerminal();
  const outcome = await profileModel(options.value, runtimeFor(options.value, terminal), terminal);
  terminal.progress('');
  if (!outcome.ok) return fail(outcome.error);
  const { out, text, table } = outcome.value;
  if (out === '-') {
    process.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    return fail(`${out}: cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
  process.stdout.write(`${table}\n\nWritten to ${out}. ${nextStep[options.value.format]}\n`);
  return 0;
}

const nextStep: Readonly<Record<ProfileArguments['format'], string>> = {
  json: 'Drop it on the page, or choose Import in its Profile place.',
  csv: 'Choose Import in the page’s Profile place while it shows the same model.',
  trace: 'Open it at ui.perfetto.dev or chrome://tracing.',
};

/** The engine that was asked for, installed if need be; WebAssembly where it cannot be had. */
function runtimeFor({ engine }: ProfileArguments, terminal: Terminal): NodeRuntime {
  if (engine === 'wasm') return createWasmRuntime();
  let native = createNativeRuntime();
  if (!native.ok && native.error.kind === 'not-installed') {
    terminal.say(
      `Installing ONNX Runtime's native build into edge/node_modules, once (${nativeMegabytes} MB on disk, CPU only: npm ci --prefix edge with ONNXRUNTIME_NODE_INSTALL=skip) ...`,
    );
    const installed = installNative();
    native = installed.ok ? createNativeRuntime() : installed;
  }
  if (native.ok) return native.value;
  terminal.say(
    `${faultText(native.error)}\nMeasuring with WebAssembly on one thread instead (--engine wasm).`,
  );
  return createWasmRuntime();
}

function faultText(fault: NativeFault): string {
  switch (fault.kind) {
    case 'not-installed':
      return "ONNX Runtime's native build is not installed.";
    case 'cannot-load':
      return `ONNX Runtime's native build does not load here: ${fault.message}`;
    case 'install-failed':
      return `ONNX Runtime's native build could not be installed: ${fault.message}`;
  }
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}

function createTerminal(): Terminal {
  const { stderr } = process;
  let shown = '';
  const clear = (): void => {
    if (shown !== '') stderr.write(`\r${' '.repeat(shown.length)}\r`);
    shown = '';
  };
  return {
    now: () => new Date().toISOString(),
    say: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    // A log has no use for a line that changes.
    progress: (line) => {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(line);
      shown = line;
    },
  };
}

const words = process.argv.slice(2);
if (words.includes('--help')) process.stdout.write(`${profileUsage}\n`);
else process.exitCode = await main(words);
