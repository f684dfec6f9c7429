import type { Profile } from '../../../core/profile/types';
import { formatNumber, formatSeconds } from '../../format';
import { Note } from '../../primitives/Note';
import { compareProfiles, type BlockDifference } from './compareProfiles';
import styles from './Profile.module.css';
import { SeriesChart, useBlockNames, type NamedProfile } from './SeriesChart';

/** Two profiles of the history: totals, chart, and the difference of every block with what the intervals say of it. */
export function CompareTwo({
  first,
  second,
}: {
  readonly first: NamedProfile;
  readonly second: NamedProfile;
}) {
  const comparison = compareProfiles(first.profile, second.profile);
  if (comparison === null) {
    return (
      <Note role="note">
        These are of different models ({first.profile.modelName}, {second.profile.modelName}): blocks can only
        be compared within one model.
      </Note>
    );
  }
  const { apart, blocks, firstS, known, secondS } = comparison;
  return (
    <>
      <p data-comparison>{totalsText(first.name, second.name, firstS, secondS)}</p>
      <p className={styles.small}>
        {known === 0
          ? 'There are no intervals on both sides, so nothing says whether a difference is more than chance.'
          : `Of ${known} blocks with 95 % intervals on both sides, ${apart === 0 ? 'none lies' : `${apart} ${apart === 1 ? 'lies' : 'lie'}`} apart: a difference that is more than the spread of the runs.`}
      </p>
      <SeriesChart title="Compared block by block" fileName="compared-blocks" profiles={[first, second]} />
      <DifferenceTable blocks={blocks} first={first} second={second} />
    </>
  );
}

interface TableProps {
  readonly blocks: readonly BlockDifference[];
  readonly first: NamedProfile;
  readonly second: NamedProfile;
}

function DifferenceTable({ blocks, first, second }: TableProps) {
  const nameOf = useBlockNames(first.profile.modelKey);
  return (
    <div className={styles.tallScroll} tabIndex={0} role="region" aria-label="Difference of every block">
      <table className={styles.table}>
        <caption className="visually-hidden">Difference of every block</caption>
        <thead>
          <tr>
            <th scope="col">Block</th>
            <th scope="col" className={styles.number}>
              {first.name}
            </th>
            <th scope="col" className={styles.number}>
              {second.name}
            </th>
            <th scope="col" className={styles.number} title="Second minus first">
              Difference
            </th>
            <th scope="col">Intervals</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ block, differenceS, firstS, overlap, secondS }) => (
            <tr key={block}>
              <th scope="row" className={styles.nowrap}>
                {[block + 1, nameOf(block)].filter((part) => part !== '').join(', ')}
              </th>
              <td className={styles.number}>{blockText(first.profile, block, firstS)}</td>
              <td className={styles.number}>{blockText(second.profile, block, secondS)}</td>
              <td className={styles.number}>{differenceText(differenceS)}</td>
              <td>{overlap === null ? '–' : overlap ? 'overlap' : <strong>apart</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function totalsText(firstName: string, secondName: string, firstS: number, secondS: number): string {
  const [fast, slow] = firstS <= secondS ? [firstName, secondName] : [secondName, firstName];
  const factor = Math.max(firstS, secondS) / Math.min(firstS, secondS);
  const totals = `${firstName}: ${formatSeconds(firstS)}. ${secondName}: ${formatSeconds(secondS)}.`;
  return formatNumber(factor) === '1'
    ? `${totals} Both take as long.`
    : `${totals} ${fast} is ${formatNumber(factor)} times as fast as ${slow}.`;
}

function blockText(profile: Profile, block: number, seconds: number): string {
  const below = 'belowS' in profile.blocks[block]!.time;
  return below ? `below ${formatSeconds(seconds)}` : formatSeconds(seconds);
}

function differenceText(seconds: number): string {
  if (seconds === 0) return 'none';
  return `${seconds > 0 ? '+' : '−'}${formatSeconds(Math.abs(seconds))}`;
}
