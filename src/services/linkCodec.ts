/**
 * A scenario as a link fragment: "s=<version>.<base64url(deflate-raw(JSON))>". What follows an "&" says how to show it, and
 * is not the document's.
 */
import { err, ok, type Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import { limits } from '../core/scenario/limits';
import { parseScenarioText } from '../core/scenario/parseScenario';
import { scenarioVersion } from '../core/scenario/types';
import type { LinkCodec } from './types';

const shape = /^#?s=(\d{1,6})\.([A-Za-z0-9_-]+)(?:&.*)?$/s;

export function createLinkCodec(): LinkCodec {
  return {
    encode: async (scenario) => {
      const text = new TextEncoder().encode(JSON.stringify(scenario));
      return `s=${scenarioVersion}.${toBase64Url(await deflate(text))}`;
    },
    decode: async (fragment) => {
      const match = shape.exec(fragment);
      if (match === null) return unreadable('It does not look like a Splitscape link.');
      const version = Number(match[1]);
      if (version > scenarioVersion) {
        return err({ kind: 'newer-version', found: version, known: scenarioVersion });
      }
      const packed = fromBase64Url(match[2]!);
      if (packed === null) return unreadable('It is not base64url.');
      const text = await inflate(packed);
      return text.ok ? parseScenarioText(text.value, 'link') : text;
    },
  };
}

function unreadable(detail: string): Result<never, DocumentError> {
  return err({ kind: 'unreadable', what: 'link', detail });
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks chunk by chunk and stops at the limit, so that a bomb never unpacks more than one chunk beyond it. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Result<string, DocumentError>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(text + decoder.decode());
      size += value.length;
      if (size > limits.documentBytes) {
        void reader.cancel();
        return err({ kind: 'too-large', limitBytes: limits.documentBytes });
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return unreadable('It is cut short or damaged.');
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
