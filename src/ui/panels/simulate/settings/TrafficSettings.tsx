import { useId, useState } from 'react';
import type { LinkId } from '../../../../core/network/types';
import { limits } from '../../../../core/scenario/limits';
import { changeLinkShare } from '../../../../core/scenario/simulationEdits';
import type { LinkShare, TrafficSettings as Traffic } from '../../../../core/traffic/types';
import { useApp } from '../../../../state/useStore';
import { namesOf } from '../../../errors/names';
import { Button } from '../../../primitives/Button';
import { Field } from '../../../primitives/Field';
import { NumberField } from '../../../primitives/NumberField';
import styles from '../Simulate.module.css';
import { NumberSetting } from './NumberSetting';
import { useSettings } from './useSettings';

const fields = [
  'population',
  'load',
  'activeS',
  'idleS',
  'demandMedianMbps',
  'demandSigma',
  'fastPart',
  'fastCorrelation',
  'airTimeMean',
  'airTimeSd',
  'usualSd',
  'usualCeiling',
] as const satisfies readonly (keyof Traffic)[];

/** Who else uses the network, and what they leave to the UE. */
export function TrafficSettings() {
  const [{ traffic }, change] = useSettings();
  return (
    <>
      {fields.map((name) => (
        <NumberSetting
          key={name}
          name={name}
          value={traffic[name]}
          onCommit={(value) => change({ traffic: { [name]: value } })}
        />
      ))}
      <Shares shares={traffic.links} />
    </>
  );
}

/** Links whose share is not the usual one. */
function Shares({ shares }: { readonly shares: readonly LinkShare[] }) {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const names = namesOf(scenario);
  const id = useId();
  const [chosen, setChosen] = useState<LinkId | null>(null);
  // The UE's own air is not shared like a link: it has its part of the air time.
  const others = scenario.links.filter(
    ({ a, b, id: link, medium }) =>
      !(medium === 'wireless' && (a === scenario.sourceId || b === scenario.sourceId)) &&
      !shares.some((share) => share.link === link),
  );
  const next = others.find((link) => link.id === chosen) ?? others[0];
  return (
    <div className={styles.panel}>
      <h4>What the UE gets of a link</h4>
      <p className={styles.small}>
        Links not named here have what is drawn as their mean, with the usual deviation and ceiling.
      </p>
      {shares.map((share) => (
        <Share key={share.link} share={share} name={names.link(share.link)} />
      ))}
      {next !== undefined && (
        <div className={styles.adder}>
          <select
            id={id}
            aria-label="Link whose share is given"
            value={next.id}
            onChange={(event) => setChosen(others.find((link) => link.id === event.target.value)?.id ?? null)}
          >
            {others.map((link) => (
              <option key={link.id} value={link.id}>
                {names.link(link.id)}
              </option>
            ))}
          </select>
          <Button icon="add" onClick={() => edit((now) => changeLinkShare(now, next.id, {}))}>
            Give its share
          </Button>
        </div>
      )}
    </div>
  );
}

function Share({ share, name }: { readonly share: LinkShare; readonly name: string }) {
  const edit = useApp((state) => state.edit);
  const [least, most] = limits.simulation.shareMbps;
  const parts = [
    ['Mean', 'meanMbps', least, share.ceilingMbps],
    ['Deviation', 'sdMbps', least, most],
    ['At most', 'ceilingMbps', share.meanMbps, most],
  ] as const;
  return (
    <fieldset className={styles.share}>
      <legend>{name}</legend>
      {parts.map(([label, key, min, max]) => (
        <ShareField
          key={key}
          label={label}
          value={share[key]}
          min={min}
          max={max}
          onCommit={(value) => edit((scenario) => changeLinkShare(scenario, share.link, { [key]: value }))}
        />
      ))}
      <Button
        look="quiet"
        icon="remove"
        onClick={() => edit((scenario) => changeLinkShare(scenario, share.link, null))}
      >
        As usual
      </Button>
    </fieldset>
  );
}

interface ShareFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number) => void;
}

function ShareField({ label, value, min, max, onCommit }: ShareFieldProps) {
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <NumberField
        id={id}
        value={value}
        min={min}
        max={max}
        unit="Mbit/s"
        onCommit={(committed) => {
          if (committed !== null) onCommit(committed);
        }}
      />
    </Field>
  );
}
