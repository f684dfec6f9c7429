import { type Busy, busyWith } from '../../state/busy';
import { useApp } from '../../state/useStore';
import { Button } from '../primitives/Button';
import { Note } from '../primitives/Note';

const what: Readonly<Record<Busy, string>> = {
  profiling: 'This device is being measured, in Profile.',
  split: 'A split is running, in Play.',
  check: 'Cuts are being checked.',
};

/** Why something that runs a model cannot start now; nothing while it can, or while it is itself what runs. */
export function BusyNote({ own }: { readonly own: Busy }) {
  const busy = useApp(busyWith);
  const cancelProfiling = useApp((state) => state.cancelProfiling);
  const cancelSplit = useApp((state) => state.cancelSplit);
  if (busy === null || busy === own) return null;
  return (
    <Note>
      {what[busy]} Two at once would slow each other down, and neither figure would be right: wait until it is
      done{busy === 'check' ? '.' : ', or end it. '}
      {busy === 'profiling' && <Button onClick={cancelProfiling}>Cancel measuring</Button>}
      {busy === 'split' && <Button onClick={cancelSplit}>Cancel the run</Button>}
    </Note>
  );
}
