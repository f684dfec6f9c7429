import { err, ok } from '../core/result';
import type { FileService } from './types';

export function createFileService(): FileService {
  return {
    choose: chooseFile,
    readText: async (file, limitBytes) => {
      if (file.size > limitBytes) return err({ kind: 'too-large', limitBytes });
      try {
        return ok(await file.text());
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return err({ kind: 'unreadable', what: 'file', detail });
      }
    },
    download,
    copyText: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // No permission, or no secure context: the old way still works on a user gesture.
        return copyBySelection(text);
      }
    },
  };
}

function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const answer = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => answer(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => answer(null), { once: true });
    // In the document because Safari does not fire `change` on a detached input.
    document.body.append(input);
    input.click();
  });
}

/** Long enough for every browser to have started the download, after which the memory can go [ms]. */
const revokeAfterMs = 10_000;

function download(name: string, type: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), revokeAfterMs);
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // An open modal dialog makes everything outside it inert: the text must be selected inside.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const copied = runCopy();
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

/** The only way to copy without the clipboard API; typed here because TypeScript marks it deprecated. */
function runCopy(): boolean {
  const page: { execCommand(command: 'copy'): boolean } = document;
  try {
    return page.execCommand('copy');
  } catch {
    return false;
  }
}
