import { memo, useId } from 'react';
import type { NetworkNode } from '../../../core/network/types';
import { profileFor } from '../../../core/profile/profileFor';
import {
  changeNode,
  chooseSink,
  chooseSource,
  moveNodes,
  removeItems,
  renameNode,
} from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import { useApp } from '../../../state/useStore';
import { describeProblem } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import fieldStyles from '../../primitives/Field.module.css';
import { NumberField } from '../../primitives/NumberField';
import { Section } from '../../primitives/Section';
import { TextField } from '../../primitives/TextField';
import { DevicePicker } from './DevicePicker';
import styles from './Inspector.module.css';
import { isNamesake, namesakeText } from './namesakes';
import { nodeKindTexts } from './nodeKindTexts';
import { PowerFields } from './PowerFields';
import { ProfileButton } from './ProfileButton';
import { ProfileFacts } from './ProfileFacts';

/** `node` as shown; the rest from the document, which a drag leaves alone. */
export const NodeInspector = memo(function NodeInspector({ node }: { readonly node: NetworkNode }) {
  const scenario = useApp((state) => state.scenario);
  const edit = useApp((state) => state.edit);
  const id = useId();
  const isSource = scenario.sourceId === node.id;
  const isSink = scenario.sinkId === node.id;
  // Where nobody else can be the source or the sink, removing the node changes nothing.
  const removable =
    (!isSource && !isSink) || removeItems(scenario, { nodes: [node.id], links: [] }) !== scenario;
  const { profile, problem } = profileFor(scenario, node);
  const trouble = problem === null ? null : describeProblem(problem, namesOf(scenario));
  return (
    <>
      <h2 className={styles.title}>
        {node.name}
        <span className={styles.badge}>{nodeKindTexts[node.kind].name}</span>
      </h2>
      <p className={styles.small}>{nodeKindTexts[node.kind].meaning}</p>
      <Section title="Computing">
        <DevicePicker node={node} isSource={isSource} />
        {isSource && <ProfileButton />}
        {trouble !== null && (
          <div className={styles.problem} data-severity="warning" role="note">
            <span className={styles.problemText}>
              <strong>{trouble.title}</strong> {trouble.action}
            </span>
          </div>
        )}
        {profile !== null && <ProfileFacts profile={profile} />}
        {node.device !== null && (
          <Field
            label="Memory"
            htmlFor={`${id}memory`}
            hint="For the weights. Empty: the device’s own figure, or no limit where it has none."
          >
            <NumberField
              id={`${id}memory`}
              value={node.memoryMB}
              min={0}
              max={limits.memoryMB}
              unit="MB"
              optional
              placeholder="as the device"
              onCommit={(memoryMB) => edit((now) => changeNode(now, node.id, { memoryMB }))}
            />
          </Field>
        )}
        {node.device !== null && <PowerFields node={node} />}
        <label className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={node.trusted}
            disabled={isSource}
            onChange={(event) => edit((now) => changeNode(now, node.id, { trusted: event.target.checked }))}
          />
          <span>
            Trusted
            <span className={styles.small}>
              {' '}
              {isSource
                ? '(the source sees the picture in any case)'
                : scenario.leakage === null
                  ? '(a node that is not trusted forwards data but does not compute)'
                  : '(a node that is not trusted computes only on boundaries whose leakage keeps the limit)'}
            </span>
          </span>
        </label>
      </Section>
      <Section title="In the network">
        <Field label="Name" htmlFor={`${id}name`}>
          <TextField
            id={`${id}name`}
            value={node.name}
            maxLength={limits.nameLength}
            remark={isNamesake(scenario.nodes, node) ? namesakeText : undefined}
            onCommit={(name) => edit((now) => renameNode(now, node.id, name))}
          />
        </Field>
        <Field label="Position x" htmlFor={`${id}x`}>
          <NumberField
            id={`${id}x`}
            value={node.xM}
            min={-limits.positionM}
            max={limits.positionM}
            unit="m"
            onCommit={(xM) => edit((now) => moveNodes(now, [{ id: node.id, xM: xM ?? 0, yM: node.yM }]))}
          />
        </Field>
        <Field label="Position y" htmlFor={`${id}y`}>
          <NumberField
            id={`${id}y`}
            value={node.yM}
            min={-limits.positionM}
            max={limits.positionM}
            unit="m"
            onCommit={(yM) => edit((now) => moveNodes(now, [{ id: node.id, xM: node.xM, yM: yM ?? 0 }]))}
          />
        </Field>
        <div className={styles.actions}>
          {node.kind === 'ue' && !isSource && (
            <Button onClick={() => edit((now) => chooseSource(now, node.id))}>Make it the source</Button>
          )}
          {!isSource && !isSink && (
            <Button onClick={() => edit((now) => chooseSink(now, node.id))}>Make it the sink</Button>
          )}
          <Button
            icon="remove"
            disabled={!removable}
            title={removable ? undefined : 'A scenario needs a source and a sink'}
            onClick={() => edit((now) => removeItems(now, { nodes: [node.id], links: [] }))}
          >
            Delete
          </Button>
        </div>
        {isSource && <p className={styles.small}>This node is the source: the picture is taken here.</p>}
        {isSink && <p className={styles.small}>This node is the sink: "uplink" means towards it.</p>}
      </Section>
    </>
  );
});
