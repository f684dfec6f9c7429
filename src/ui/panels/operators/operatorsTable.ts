import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import type { ChartTable } from '../../charts/chartTable';
import { formatSeconds } from '../../format';
import { hopName, type NodeName } from './operatorWords';

/** One row an operator; the same numbers as in the drawing. */
export function operatorsTable(view: OperatorsView, nodeName: NodeName): ChartTable {
  const written = new Map<number, Map<string, number>>();
  for (const { from, tensor, bytes } of view.edges) {
    const outputs = written.get(from) ?? new Map<string, number>();
    written.set(from, outputs.set(tensor, bytes));
  }
  const sent = new Map<number, string[]>();
  for (const hop of view.shipped)
    sent.set(hop.producer, [
      ...(sent.get(hop.producer) ?? []),
      `${hop.tensor}: ${hopName(hop, nodeName)}, ${formatSeconds(hop.seconds)}`,
    ]);
  const input = [...(written.get(-1) ?? [])].reduce((sum, [, bytes]) => sum + bytes, 0);
  return {
    columns: [
      { name: 'operator' },
      { name: 'kind' },
      { name: 'block' },
      { name: 'runs on' },
      ...view.nodes.map((_, label) => ({ name: `on ${nodeName(label)} (ms)` })),
      { name: 'MACs' },
      { name: 'writes (bytes)' },
      { name: 'sent' },
    ],
    rows: [
      ...(written.has(-1)
        ? [
            [
              'input',
              'input',
              '',
              nodeName(0),
              ...view.nodes.map(() => null),
              null,
              input,
              (sent.get(-1) ?? []).join('; '),
            ],
          ]
        : []),
      ...view.operators.map(({ name, kind, block, macs, computeS, label }, index) => [
        name,
        kind,
        view.blocks[block]?.label ?? '',
        nodeName(label),
        ...computeS.map((seconds) => (seconds === null ? null : seconds * 1e3)),
        macs,
        written.has(index) ? [...written.get(index)!].reduce((sum, [, bytes]) => sum + bytes, 0) : null,
        (sent.get(index) ?? []).join('; '),
      ]),
    ],
  };
}
