/** The certificate of a labelling as a file: problem and answer in one, as `tools/checkCertificate.ts` reads them. */
import type { OperatorsView } from '../../../core/studies/operatorsTypes';

export function certificateFile({ modelName, certificate }: OperatorsView): {
  readonly name: string;
  readonly text: string;
} {
  const words = modelName.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return { name: ['certificate', ...words].join('-') + '.json', text: `${JSON.stringify(certificate)}\n` };
}

/** What leaves the source, less what comes back to it [s]. */
export function flowValue(flow: readonly (readonly [string, string, number])[]): number {
  return flow.reduce(
    (sum, [from, to, seconds]) => sum + (from === 'source' ? seconds : 0) - (to === 'source' ? seconds : 0),
    0,
  );
}
