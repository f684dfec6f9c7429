import { lazy, Suspense, useEffect } from 'react';
import { useApp } from '../../state/useStore';
import { ErrorBoundary } from '../errors/ErrorBoundary';
import { Dialog } from '../primitives/Dialog';
import { focusMainIfLost } from './focusMain';

// None of them is part of the first view.
const ShareDialog = lazy(async () => ({
  default: (await import('../panels/dialogs/ShareDialog')).ShareDialog,
}));
const PresetsDialog = lazy(async () => ({
  default: (await import('../panels/dialogs/PresetsDialog')).PresetsDialog,
}));
const HelpDialog = lazy(async () => ({ default: (await import('../panels/dialogs/HelpDialog')).HelpDialog }));
const loadPalette = async () => ({
  default: (await import('../panels/dialogs/CommandPalette')).CommandPalette,
});
const CommandPalette = lazy(loadPalette);
const WorkloadDialog = lazy(async () => ({
  default: (await import('../panels/workload/WorkloadDialog')).WorkloadDialog,
}));

/** When the first view has settled [ms]. */
const settledMs = 1000;

/** The dialog that is open, loaded when it is first asked for. */
export function Dialogs() {
  const open = useApp((state) => state.view.openDialog);
  const changeView = useApp((state) => state.changeView);
  const close = () => changeView({ openDialog: 'none' });
  // Whoever opens the palette goes on typing at once: it must not still be on its way.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), settledMs);
    return () => clearTimeout(timer);
  }, []);
  // What opened the dialog may be gone by now: an item of a menu, a button of another place.
  useEffect(() => {
    if (open === 'none') return;
    return () => void requestAnimationFrame(focusMainIfLost);
  }, [open]);
  return (
    <ErrorBoundary
      panel="The dialog"
      key={open}
      frame={(message) => (
        <Dialog title="A fault" onClose={close}>
          {message}
        </Dialog>
      )}
    >
      <Suspense>
        {open === 'share' && <ShareDialog onClose={close} />}
        {open === 'presets' && <PresetsDialog onClose={close} />}
        {open === 'help' && <HelpDialog onClose={close} />}
        {open === 'commands' && <CommandPalette onClose={close} />}
        {open === 'workload' && <WorkloadDialog onClose={close} />}
      </Suspense>
    </ErrorBoundary>
  );
}
