import { useEffect, useId, useState } from 'react';
import type { Place } from '../../../state/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatNumber } from '../../format';
import { Button } from '../../primitives/Button';
import { Dialog } from '../../primitives/Dialog';
import fieldStyles from '../../primitives/Field.module.css';
import styles from './Dialogs.module.css';
import { linkContents, longLinkWarning } from './linkContents';
import { useShareLink, type ShareWhat } from './useShareLink';
import { WhatChoice } from './WhatChoice';

/** How long the button says that it has copied [ms]. */
const copiedMs = 4000;

/** Where the page is decides what a link is of, until somebody says otherwise. */
const usualWhat: Readonly<Record<Place, ShareWhat>> = {
  play: 'document',
  simulate: 'here',
  reproduce: 'figure',
  profile: 'document',
};

/** The scenario as a link or a file, and what is in it, in words. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const tools = useTools();
  const place = useApp((state) => state.view.place);
  const [what, setWhat] = useState(usualWhat[place]);
  const url = useShareLink(what);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const [justCopied, setJustCopied] = useState(false);
  const id = useId();
  useEffect(() => {
    if (!justCopied) return;
    const timer = setTimeout(() => setJustCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [justCopied]);
  const copy = async () => {
    const done = await tools.files.copyText(url);
    setCopied(done ? 'yes' : 'refused');
    setJustCopied(done);
  };
  return (
    <Dialog
      title="Share"
      onClose={onClose}
      footer={
        <>
          {what !== 'figure' && (
            <Button icon="save" onClick={() => tools.run('save-file')}>
              Save to a file
            </Button>
          )}
          <Button
            look="primary"
            icon={justCopied ? 'done' : 'share'}
            disabled={url === ''}
            onClick={() => void copy()}
          >
            {justCopied ? 'Copied' : 'Copy the link'}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <WhatChoice
          what={what}
          onChange={(chosen) => {
            setCopied('no');
            setWhat(chosen);
          }}
        />
        <label htmlFor={`${id}url`}>
          {what === 'figure'
            ? 'Whoever opens this link sees this figure, run with the same seed and assumptions. The drawing is not in it.'
            : 'Whoever opens this link sees exactly this scenario.'}
        </label>
        <input
          id={`${id}url`}
          type="text"
          className={styles.url}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <p className={styles.small} role="status">
          {copied === 'yes' && 'Link copied. '}
          {copied === 'refused' && 'The browser did not allow copying: select the text and copy it. '}
          {url === '' ? 'Making the link…' : `${formatNumber(url.length, 4)} characters.`}
        </p>
        {what !== 'figure' && <Contents urlLength={url.length} onChange={() => setCopied('no')} />}
        <p className={styles.small}>
          Nothing is sent to a server: what is shared is in the part of the address after "#", which stays in
          the browser.
        </p>
      </div>
    </Dialog>
  );
}

interface ContentsProps {
  readonly urlLength: number;
  readonly onChange: () => void;
}

/** What a link of the document holds, and what it leaves out unless asked to. */
function Contents({ urlLength, onChange }: ContentsProps) {
  const { facts } = useTools();
  const scenario = useApp((state) => state.scenario);
  const shareDeviceDetails = useApp((state) => state.settings.shareDeviceDetails);
  const changeSettings = useApp((state) => state.changeSettings);
  const warning = longLinkWarning(urlLength, scenario);
  return (
    <>
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      <h3>What it contains</h3>
      <ul className={styles.list}>
        {linkContents(scenario, shareDeviceDetails).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <label className={fieldStyles.check}>
        <input
          type="checkbox"
          checked={shareDeviceDetails}
          onChange={(event) => {
            onChange();
            changeSettings({ shareDeviceDetails: event.target.checked });
          }}
        />
        <span>
          Include device details
          <span className={styles.small}>
            {' '}
            Browser, platform and number of cores of measurements made here ({facts.deviceDetails}).
          </span>
        </span>
      </label>
    </>
  );
}
