import type { StorageFailure } from './types';

/** Names that browsers give to "the quota is used up"; older Firefox has its own. */
const quotaNames: readonly string[] = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

/** What a thrown storage error means to the user. */
export function storageFailureOf(error: unknown): StorageFailure {
  if (!(error instanceof Error)) return { kind: 'storage-unavailable', message: String(error) };
  if (quotaNames.includes(error.name)) return { kind: 'storage-full' };
  return { kind: 'storage-unavailable', message: error.message };
}
