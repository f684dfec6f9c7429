import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import type { LinkPlace } from '../../../state/linkPlace';
import { Button } from '../../primitives/Button';

interface Props {
  /** Where the link opens the page. */
  readonly place: LinkPlace;
  readonly children: string;
}

/** Copies a link that opens this document at a tab and a step. */
export function CopyLinkButton({ place, children }: Props) {
  const tools = useTools();
  const notify = useApp((state) => state.notify);
  const changeView = useApp((state) => state.changeView);
  const copy = async () => {
    const copied = await tools.files.copyText(await tools.shareUrl(place));
    if (copied) notify({ kind: 'done', text: 'Link copied.' });
    // Where the browser refuses, the dialog shows the link to be copied by hand.
    else changeView({ openDialog: 'share' });
  };
  return (
    <Button look="quiet" icon="share" onClick={() => void copy()}>
      {children}
    </Button>
  );
}
