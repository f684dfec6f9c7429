import { useId } from 'react';
import { powerOf } from '../../../core/energy/nodePower';
import type { NetworkNode } from '../../../core/network/types';
import { changeNode } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { formatWatts } from '../../format';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import styles from './Inspector.module.css';
import { powerAfterIdle, powerAfterLoad, powerText } from './powerTexts';

/** What a node draws: its device's published figures, or the user's own. */
export function PowerFields({ node }: { readonly node: NetworkNode }) {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const id = useId();
  const figure = powerOf(scenario, node);
  const published = powerOf(scenario, { ...node, power: null });
  const own = node.power;
  const placeholder = (watts: number | null | undefined) =>
    watts === undefined || watts === null ? 'not published' : formatWatts(watts);
  return (
    <div className={styles.stack}>
      <Field label="Power, load" htmlFor={`${id}load`}>
        <NumberField
          id={`${id}load`}
          value={own?.loadW ?? null}
          min={0}
          max={limits.powerW}
          unit="W"
          optional
          placeholder={published === null ? 'not published: set it' : placeholder(published.loadW)}
          describedBy={`${id}source`}
          onCommit={(loadW) =>
            edit((now) => changeNode(now, node.id, { power: powerAfterLoad(figure, loadW) }))
          }
        />
      </Field>
      <Field label="Power, idle" htmlFor={`${id}idle`}>
        <NumberField
          id={`${id}idle`}
          value={own?.idleW ?? null}
          min={0}
          max={figure?.loadW ?? limits.powerW}
          unit="W"
          optional
          disabled={figure === null}
          placeholder={figure === null ? 'after the load' : placeholder(published?.idleW)}
          describedBy={`${id}source`}
          onCommit={(idleW) =>
            edit((now) => changeNode(now, node.id, { power: powerAfterIdle(figure, published, idleW) }))
          }
        />
      </Field>
      <p id={`${id}source`} className={styles.small}>
        {powerText(figure)} Work costs (load − idle) × time.
      </p>
      {figure !== null && figure.citation !== '' && (
        <details className={styles.citation}>
          <summary>Source of the power</summary>
          {figure.citation}
        </details>
      )}
      {own !== null && (
        <div className={styles.actions}>
          <Button onClick={() => edit((now) => changeNode(now, node.id, { power: null }))}>
            {published === null ? 'Forget the power' : 'Use the published power'}
          </Button>
        </div>
      )}
    </div>
  );
}
