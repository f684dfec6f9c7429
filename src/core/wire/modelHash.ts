import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of a model on its way, chunk by chunk: `crypto.subtle` is missing on plain http and wants all bytes at once. */
export function createModelHash() {
  const hash = sha256.create();
  return {
    update: (data: Uint8Array): void => void hash.update(data),
    digest: (): Uint8Array => hash.digest(),
  };
}
