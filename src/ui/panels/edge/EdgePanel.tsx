import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeEdgeFailure, edgeCommand } from '../../errors/describeEdge';
import { Button } from '../../primitives/Button';
import { KeptFocus } from '../../primitives/KeptFocus';
import { Note } from '../../primitives/Note';
import styles from './Edge.module.css';
import { ConnectedEdge } from './ConnectedEdge';
import { EdgeToken } from './EdgeToken';
import { lostText } from './edgeWords';

/** The edge server: a real computer on the same network that stands for the MEC host. */
export function EdgePanel() {
  const edge = useApp((state) => state.edge);
  const disconnect = useApp((state) => state.disconnectEdge);
  return (
    <div data-edge={edge.status}>
      <KeptFocus className={styles.panel}>
        <p role="status" className="visually-hidden">
          {announcement(edge.status)}
        </p>
        {edge.status === 'absent' && <HowToStart />}
        {edge.status === 'failed' && <Failed failure={edge.failure} />}
        {edge.status === 'connecting' && (
          <div className={styles.row}>
            <p>Connecting to the edge server…</p>
            <Button onClick={disconnect}>Cancel</Button>
          </div>
        )}
        {edge.status === 'connected' && <ConnectedEdge edge={edge} />}
        {edge.status !== 'absent' && <Lost />}
      </KeptFocus>
    </div>
  );
}

function HowToStart() {
  return (
    <>
      <p className={styles.text}>
        A computer on your network can be the MEC host for real: it serves this page to a phone or a laptop,
        the page measures the way to it, and runs the tail of a split there. On that computer, in the folder
        of Splitscape:
      </p>
      <p>
        <code className={styles.command}>{edgeCommand}</code>
      </p>
      <p className={styles.small}>
        It prints an address with a token; open that on the device that is to be the UE. This page connects
        only to the computer it was opened from. Models and tensors go to that computer and nowhere else.
      </p>
      <EdgeToken />
    </>
  );
}

function Failed({ failure }: { readonly failure: Parameters<typeof describeEdgeFailure>[0] }) {
  const { title, action } = describeEdgeFailure(failure);
  return (
    <>
      <Note tone="error" role="alert">
        <strong>{title}</strong> {action}
      </Note>
      <EdgeToken />
    </>
  );
}

function Lost() {
  const { facts } = useTools();
  const text = lostText(facts);
  return text === null ? null : <Note role="note">{text}</Note>;
}

function announcement(status: string): string {
  switch (status) {
    case 'connecting':
      return 'Connecting to the edge server.';
    case 'connected':
      return 'Connected to the edge server.';
    default:
      return '';
  }
}
