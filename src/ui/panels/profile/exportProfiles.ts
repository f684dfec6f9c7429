/** Profiles of the history as files. Loaded when somebody exports. */
import { fileSlug } from '../../../core/fileSlug';
import { workloadChain } from '../../../core/model/workloadChain';
import type { ProfileDetails } from '../../../core/profile/detailsTypes';
import { writeChromeTrace } from '../../../core/profile/files/chromeTrace';
import { profileToCsv } from '../../../core/profile/files/profileCsv';
import { writeProfileFile } from '../../../core/profile/files/profileFile';
import { stripFile } from '../../../core/profile/files/stripDevice';
import type { Profile } from '../../../core/profile/types';
import type { Workload } from '../../../core/scenario/types';

export type ExportFormat = 'json' | 'csv' | 'trace';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly profiles: readonly Profile[];
  /** By the profile's id; null: nothing beyond the times. */
  readonly details: Readonly<Record<string, ProfileDetails | null>>;
  /** The scenario's model: it names the blocks of profiles that fit it, and travels with them. */
  readonly workload: Workload;
  /** Leave out what tells of browser and hardware. */
  readonly strip: boolean;
  /** Now, ISO 8601. */
  readonly date: string;
}

interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** One JSON of all, or a table or a trace of each. */
export function exportProfiles({
  format,
  profiles,
  details,
  workload,
  strip,
  date,
}: ExportRequest): readonly ExportedFile[] {
  const known: Record<string, ProfileDetails> = {};
  for (const { id } of profiles) {
    const told = details[id];
    if (told !== undefined && told !== null) known[id] = told;
  }
  const whole = { exportedAt: date, profiles, details: known };
  const content = strip ? stripFile(whole) : whole;
  if (format === 'json') {
    const { modelKey } = workloadChain(workload);
    const allFit = profiles.every((profile) => profile.modelKey === modelKey);
    const text = writeProfileFile(allFit ? { ...content, workload } : content);
    return [{ name: `${fileName(profiles[0])}.json`, type: 'application/json', content: text }];
  }
  return content.profiles.map((profile) =>
    format === 'csv'
      ? {
          name: `${fileName(profile)}.csv`,
          type: 'text/csv',
          content: profileToCsv(profile, blockNames(profile, workload)),
        }
      : {
          name: `${fileName(profile)}.trace.json`,
          type: 'application/json',
          content: writeChromeTrace(
            profile,
            blockNames(profile, workload),
            content.details[profile.id] ?? null,
          ),
        },
  );
}

function blockNames(profile: Profile, workload: Workload): readonly string[] {
  const chain = workloadChain(workload);
  const fits = chain.modelKey === profile.modelKey;
  return profile.blocks.map(
    (_, block) => (fits ? chain.blocks[block]?.name : undefined) ?? `block ${block + 1}`,
  );
}

/** "profile-mobilenetv2-wasm-4" */
function fileName(profile: Profile | undefined): string {
  if (profile === undefined) return 'profile';
  const { modelName, source } = profile;
  const ran = source.kind === 'measured' ? ` ${source.backend} ${source.threads}` : '';
  return `profile-${fileSlug(`${modelName}${ran}`)}`;
}
