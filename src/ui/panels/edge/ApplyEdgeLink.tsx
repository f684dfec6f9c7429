import { useState } from 'react';
import { edgeHosts, linksOnTheWay, measuredFigures, stillHas } from '../../../state/edgeLink';
import type { MeasuredEdgeLink } from '../../../state/edgeTypes';
import { useApp } from '../../../state/useStore';
import { namesOf } from '../../errors/names';
import { Button } from '../../primitives/Button';
import { Choice } from '../../primitives/Choice';
import { Note } from '../../primitives/Note';
import { formatCount } from '../../format';
import { formatDate } from '../inspector/profileTexts';
import styles from './Edge.module.css';
import { figuresText } from './edgeWords';

/** Puts what was measured on a link of the drawn network. */
export function ApplyEdgeLink({ measured }: { readonly measured: MeasuredEdgeLink }) {
  const scenario = useApp((state) => state.scenario);
  const applied = useApp((state) => state.edge.applied);
  const apply = useApp((state) => state.applyEdgeLink);
  const [wantedHost, setHost] = useState<string | null>(null);
  const [wantedLink, setLink] = useState<string | null>(null);
  const names = namesOf(scenario);
  const hosts = edgeHosts(scenario);
  const host = hosts.find(({ id }) => id === wantedHost) ?? hosts[0];
  const way = host === undefined ? [] : linksOnTheWay(scenario, host.id);
  // The radio link is the one that differs most between a drawn network and a real one.
  const step =
    way.find(({ link }) => link.id === wantedLink) ??
    way.find(({ link }) => link.medium === 'wireless') ??
    way[0];
  if (host === undefined || step === undefined) {
    return (
      <p className={styles.small}>
        No node beyond the UE computes and can be reached: add a MEC host to put the measured values on the
        way to it.
      </p>
    );
  }
  const { link, forwards } = step;
  const figures = measuredFigures(measured, forwards);
  const inUse = applied.filter((entry) =>
    stillHas(
      scenario.links.find(({ id }) => id === entry.link),
      entry,
    ),
  );
  const isInUse = inUse.some((entry) => entry.link === link.id && entry.measuredAt === measured.measuredAt);
  return (
    <>
      <div className={styles.row}>
        <Choice
          label="The server stands for"
          value={host.id}
          choices={hosts.map(({ id, name }) => [id, name])}
          onChange={setHost}
        />
        <Choice
          label="Link that gets the values"
          value={link.id}
          choices={way.map((other) => [other.link.id, names.link(other.link.id)])}
          onChange={setLink}
        />
        <Button disabled={isInUse} onClick={() => apply(host.id, link.id)}>
          Use the measured values
        </Button>
      </div>
      <p className={styles.small}>
        {names.link(link.id)}: {figuresText(figures, forwards)} (half the round trip, so no overhead of its
        own).
        {way.length > 1 && ` The way is measured as a whole; ${othersText(way.length - 1)}.`}
      </p>
      {inUse.map((entry) => (
        <Note tone="good" key={entry.link}>
          {names.link(entry.link)} has values measured here, {formatDate(entry.measuredAt)}.
        </Note>
      ))}
    </>
  );
}

function othersText(count: number): string {
  return count === 1
    ? 'the other link on it keeps its own capacity and delay'
    : `the other ${formatCount(count, 'link')} on it keep their own capacity and delay`;
}
