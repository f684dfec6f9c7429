import type { CapturePrint } from './createOrtEngine';

/**
 * Takes over `console.log` of this worker. The runtime binds it when its WebAssembly starts, so call this before the first
 * session; what is logged outside a capture passes through.
 */
export function captureConsole(): CapturePrint {
  const log = console.log.bind(console);
  let lines: string[] | null = null;
  console.log = (...parts: unknown[]) => {
    if (lines === null) log(...parts);
    else lines.push(parts.map(String).join(' '));
  };
  return (action) => {
    const captured: string[] = [];
    lines = captured;
    try {
      action();
    } finally {
      lines = null;
    }
    return captured.join('\n');
  };
}
