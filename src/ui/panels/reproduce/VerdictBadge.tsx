import type { Verdict } from '../../../core/reproduce/types';
import { verdictTexts } from '../../../core/reproduce/verdictWords';
import styles from './Figure.module.css';

/** A disc with a tick, a diamond with an unequal sign, a dashed square with a question mark. */
const shapes: Readonly<Record<Verdict, { readonly frame: string; readonly sign: string }>> = {
  agrees: {
    frame: 'M10 1.5a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0 -17z',
    sign: 'm6 10.300 2.800 2.900 5.200-6',
  },
  differs: {
    frame: 'M10 .8 19.200 10 10 19.200 .8 10z',
    sign: 'M6.300 8.200h7.400m-7.400 3.600h7.400M12 5.800 8 14.200',
  },
  'cannot-be-checked': {
    frame: 'M2.500 2.500h15v15h-15z',
    sign: 'M7.600 7.800a2.400 2.400 0 1 1 3.500 2.100c-.8.4-1.100.9-1.100 1.700m0 2.300v.1',
  },
};

/** A verdict by word, shape and colour. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={styles.badge} data-verdict={verdict}>
      <VerdictSign verdict={verdict} />
      {verdictTexts[verdict]}
    </span>
  );
}

export function VerdictSign({ verdict }: { readonly verdict: Verdict }) {
  const { frame, sign } = shapes[verdict];
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.15em"
      height="1.15em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={frame} strokeDasharray={verdict === 'cannot-be-checked' ? '3 2.6' : undefined} />
      <path d={sign} />
    </svg>
  );
}
