import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Progress } from '../../primitives/Progress';
import { formatPercent } from '../../format';
import { formatDate } from '../inspector/profileTexts';
import { ApplyEdgeLink } from './ApplyEdgeLink';
import styles from './Edge.module.css';
import {
  coresText,
  engineText,
  roundTripText,
  throughputText,
  type ConnectedEdge as Connected,
} from './edgeWords';

/** What the server is, the link to it as measured, and what can be done with it. */
export function ConnectedEdge({ edge }: { readonly edge: Connected }) {
  const measure = useApp((state) => state.measureEdge);
  const cancel = useApp((state) => state.cancelEdgeMeasurement);
  const disconnect = useApp((state) => state.disconnectEdge);
  const { facts, link, measuring } = edge;
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="Connected to">{facts.name}</Fact>
        <Fact name="Runs parts with">{engineText(facts)}</Fact>
        <Fact name="Processor">{coresText(facts)}</Fact>
      </dl>
      {link !== null && (
        <dl className={styles.facts}>
          <Fact name="Round trip">{roundTripText(link)}</Fact>
          <Fact name="To the server">{throughputText(link.up)}</Fact>
          <Fact name="From the server">{throughputText(link.down)}</Fact>
        </dl>
      )}
      {link !== null && (
        <p className={styles.small}>
          Measured here, {formatDate(link.measuredAt)}, over the page’s WebSocket: TCP, the browser and the
          network are in it, as they are in every run. Medians; the range of a rate is from its slowest to its
          fastest block.
        </p>
      )}
      <div className={styles.row}>
        {measuring !== null && (
          <label className={styles.measuring}>
            <span>Measuring the link, {formatPercent(Math.round(measuring * 100) / 100)}</span>
            <Progress value={measuring} />
          </label>
        )}
        {/* One button in two roles: a keyboard keeps its place. */}
        <Button onClick={measuring === null ? () => void measure() : cancel}>
          {measuring === null ? (link === null ? 'Measure the link' : 'Measure again') : 'Cancel'}
        </Button>
        <Button look="quiet" onClick={disconnect}>
          Disconnect
        </Button>
      </div>
      {link !== null && <ApplyEdgeLink measured={link} />}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
