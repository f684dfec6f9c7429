/** A chosen or dropped file to profiles of the history, and where its figures may be used. Loaded when somebody imports. */
import type { NetworkNode } from '../../../core/network/types';
import type { ReadProfiles } from '../../../core/profile/files/fileTypes';
import { profileFileLimitBytes, readProfileFile } from '../../../core/profile/files/readProfileFile';
import type { Scenario } from '../../../core/scenario/types';
import type { Description } from '../../errors/describe';
import { describeDocumentError } from '../../errors/describeDocument';
import { describeProfileFileFault } from '../../errors/describeProfileFile';
import type { Tools } from '../../../state/tools';

export type Imported =
  | { readonly ok: true; readonly read: ReadProfiles }
  | { readonly ok: false; readonly description: Description };

/** Reads the file against the current model. */
export async function importFile(
  file: File,
  { files, newId, now }: Pick<Tools, 'files' | 'newId' | 'now'>,
  { workload }: Scenario,
): Promise<Imported> {
  const text = await files.readText(file, profileFileLimitBytes);
  if (!text.ok) {
    const { error } = text;
    const description =
      error.kind === 'too-large'
        ? describeProfileFileFault({ kind: 'too-large', bytes: file.size, limitBytes: error.limitBytes })
        : describeDocumentError(error);
    return { ok: false, description };
  }
  const context = { fileName: file.name, date: now(), newId: newId(), workload };
  const read = readProfileFile(text.value, context);
  return read.ok
    ? { ok: true, read: read.value }
    : { ok: false, description: describeProfileFileFault(read.error) };
}

/** For whom a profile of a file most likely speaks: what a server measured is the first MEC host's, else the cloud's. */
export function likelyNode({ nodes, sourceId }: Scenario, read: ReadProfiles): NetworkNode | undefined {
  const [profile] = read.profiles;
  const isServer =
    profile?.source.kind === 'imported' ||
    (profile?.source.kind === 'measured' && profile.source.backend === 'native');
  const server =
    nodes.find(({ kind }) => kind === 'mec') ??
    nodes.find(({ kind }) => kind === 'cloud') ??
    nodes.find(({ device, id }) => device !== null && id !== sourceId);
  return (isServer ? server : undefined) ?? nodes.find(({ id }) => id === sourceId);
}
