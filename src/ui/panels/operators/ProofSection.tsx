import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import { downloadFile } from '../../charts/exportChart';
import { formatNumber, formatSeconds, formatWhole } from '../../format';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { certificateFile, flowValue } from './certificateFile';
import styles from './Operators.module.css';

/** Why no labelling is faster: a flow of the same value. What can be saved, anybody can check. */
export function ProofSection({ view }: { view: OperatorsView }) {
  const { name, text } = certificateFile(view);
  const { certificate, value } = view.certificate.answer;
  const flow = flowValue(certificate.flow);
  return (
    <Section title={view.proven ? 'Proved' : 'Not proved'}>
      <div className={styles.proof}>
        <p>
          Every labelling of the operators is a cut of a flow network, and no cut costs less than any flow
          through it.
          {view.proven
            ? ' The flow saved here has the value of the cut, so no labelling is faster.'
            : ` The search was cut short: this flow proves that none takes less than ${formatSeconds(view.boundS)}.`}
        </p>
        <dl>
          <dt>Cut</dt>
          <dd>{exact(value)}</dd>
          <dt>Flow</dt>
          <dd>{exact(flow)}</dd>
          <dt>Flow network</dt>
          <dd>
            {formatWhole(view.flowVertices)} vertices, {formatWhole(view.flowArcs)} arcs,{' '}
            {formatWhole(certificate.flow.length)} of them carry flow
          </dd>
        </dl>
        <div className={styles.save}>
          <Button onClick={() => downloadFile(name, new Blob([text], { type: 'application/json' }))}>
            Save certificate (JSON)
          </Button>
          <p>
            Check it with a program that shares no code with the solver:{' '}
            <code>npm run check:certificate -- {name}</code>
          </p>
        </div>
      </div>
    </Section>
  );
}

/** With the digits in which cut and flow would differ. */
function exact(seconds: number): string {
  return `${formatNumber(seconds * 1e3, 12)} ms`;
}
