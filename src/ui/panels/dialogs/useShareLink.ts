import { useEffect, useState } from 'react';
import { placeHere } from '../../../state/linkPlace';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';

/** What a link opens: the document, the document at what is looked at, or the figure of Reproduce that is shown. */
export type ShareWhat = 'document' | 'here' | 'figure';

/** The address of it; '' while it is being made. */
export function useShareLink(what: ShareWhat): string {
  const tools = useTools();
  const scenario = useApp((state) => state.scenario);
  const shareDeviceDetails = useApp((state) => state.settings.shareDeviceDetails);
  const view = useApp((state) => state.view);
  const simulation = useApp((state) => state.simulation);
  const figureUrl = useApp((state) => state.figureUrl(state.reproduction.shown));
  const [url, setUrl] = useState('');
  useEffect(() => {
    if (what === 'figure') return;
    let current = true;
    const place = what === 'here' ? placeHere({ scenario, simulation, view }) : null;
    void tools.shareUrl(place ?? undefined).then((made) => {
      if (current) setUrl(made);
    });
    return () => {
      current = false;
    };
  }, [tools, what, scenario, shareDeviceDetails, view, simulation]);
  return what === 'figure' ? figureUrl : url;
}
