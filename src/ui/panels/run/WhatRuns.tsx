import type { NodeId } from '../../../core/network/types';
import type { Prepared } from '../../../state/splitPreparation';
import { useApp } from '../../../state/useStore';
import type { Names } from '../../errors/names';
import { blocksPhrase } from '../../explain/words';
import { formatBytes, formatSeconds } from '../../format';
import { hopsS } from '../../../core/split/executionPlan';
import styles from './Run.module.css';
import { capital, hopsText, placeText, sentText } from './runWords';

/** Parts and links in order, where each runs, and what the plan says of it. */
export function WhatRuns({ prepared, names }: { readonly prepared: Prepared; readonly names: Names }) {
  const edgeNode = useApp((state) => state.splitRun.options.edgeNode);
  const server = useApp(({ edge }) => (edge.status === 'connected' ? edge.facts.name : null));
  const measuredHere = useApp((state) => state.measuredHere);
  const sent = sentText(prepared, edgeNode, server, measuredHere);
  return (
    <>
      <StagesTable prepared={prepared} names={names} edgeNode={edgeNode} />
      {sent !== null && <p className={styles.small}>{sent}</p>}
    </>
  );
}

function StagesTable({
  prepared: { plan, predictor },
  names,
  edgeNode,
}: {
  readonly prepared: Prepared;
  readonly names: Names;
  readonly edgeNode: NodeId | null;
}) {
  return (
    <div className={styles.scroll} role="region" aria-label="What runs where" tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">What runs where</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">Runs in</th>
            <th scope="col" className={styles.number}>
              By the plan
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.stages.map((stage, k) =>
            stage.kind === 'part' ? (
              <tr key={k}>
                <th scope="row">{capital(blocksPhrase(stage.from, stage.to))}</th>
                <td>{names.node(stage.node)}</td>
                <td>{placeText(stage.node === edgeNode, predictor)}</td>
                <td className={styles.number}>{formatSeconds(stage.plannedS)}</td>
              </tr>
            ) : (
              <tr key={k} className={styles.link}>
                <th scope="row">
                  {formatBytes(stage.bytes)} in{' '}
                  {stage.tensors.length === 1 ? 'one tensor' : `${stage.tensors.length} tensors`}
                </th>
                <td>
                  {[stage.hops[0]!.from, ...stage.hops.map(({ to }) => to)]
                    .map((id) => names.node(id))
                    .join(' → ')}
                </td>
                <td>
                  {isToServer(plan, k, edgeNode)
                    ? 'the real link to the edge server'
                    : `a shaped link: ${hopsText(stage)}`}
                </td>
                <td className={styles.number}>{formatSeconds(hopsS(stage.hops, stage.bytes))}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function isToServer({ stages }: Prepared['plan'], k: number, edgeNode: string | null): boolean {
  const next = stages[k + 1];
  return next?.kind === 'part' && next.node === edgeNode;
}
