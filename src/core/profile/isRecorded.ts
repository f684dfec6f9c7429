import type { Profile } from './types';

/** Whether somebody ran the model for these figures (measured here or elsewhere, or read from a file): nodes name it by its id. */
export function isRecorded({ source }: Profile): boolean {
  return source.kind === 'measured' || source.kind === 'imported';
}
