import { useEffect, useId, useState } from 'react';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { formatNumber } from '../../format';
import { Button } from '../../primitives/Button';
import { Dialog } from '../../primitives/Dialog';
import fieldStyles from '../../primitives/Field.module.css';
import styles from './Dialogs.module.css';
import { linkContents, longLinkWarning } from './linkContents';

/** How long the button says that it has copied [ms]. */
const copiedMs = 4000;

/** The scenario as a link or a file, and what is in it, in words. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const tools = useTools();
  const scenario = useApp((state) => state.scenario);
  const shareDeviceDetails = useApp((state) => state.settings.shareDeviceDetails);
  const changeSettings = useApp((state) => state.changeSettings);
  const { dockTab, step } = useApp((state) => state.view);
  const [atPlace, setAtPlace] = useState(false);
  const [url, setUrl] = useState('');
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const [justCopied, setJustCopied] = useState(false);
  const id = useId();
  useEffect(() => {
    let current = true;
    const place = { tab: dockTab, step: dockTab === 'messages' ? step : null };
    void tools.shareUrl(atPlace ? place : undefined).then((made) => {
      if (current) setUrl(made);
    });
    return () => {
      current = false;
    };
  }, [tools, scenario, shareDeviceDetails, atPlace, dockTab, step]);
  useEffect(() => {
    if (!justCopied) return;
    const timer = setTimeout(() => setJustCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [justCopied]);
  const warning = longLinkWarning(url.length, scenario);
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
          <Button icon="save" onClick={() => tools.run('save-file')}>
            Save to a file
          </Button>
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
        <label htmlFor={`${id}url`}>Whoever opens this link sees exactly this scenario.</label>
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
            checked={atPlace}
            onChange={(event) => {
              setCopied('no');
              setAtPlace(event.target.checked);
            }}
          />
          <span>
            Open it at this tab
            <span className={styles.small}>
              {' '}
              The link shows what is below the drawing now, at the step it is at.
            </span>
          </span>
        </label>
        <label className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={shareDeviceDetails}
            onChange={(event) => {
              setCopied('no');
              changeSettings({ shareDeviceDetails: event.target.checked });
            }}
          />
          <span>
            Include device details
            <span className={styles.small}>
              {' '}
              Browser, platform and number of cores of measurements made here ({tools.facts.deviceDetails}).
            </span>
          </span>
        </label>
        <p className={styles.small}>
          Nothing is sent to a server: the scenario is in the part of the address after "#", which stays in
          the browser.
        </p>
      </div>
    </Dialog>
  );
}
