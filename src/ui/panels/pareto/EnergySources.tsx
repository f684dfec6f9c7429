import { isEdgeHost, powerOf } from '../../../core/energy/nodePower';
import { radioCitation, radioCurves } from '../../../core/energy/radioPower';
import { useApp } from '../../../state/useStore';
import { powerText } from '../inspector/powerTexts';
import { radioText } from '../inspector/radioTexts';
import styles from './Pareto.module.css';

/** Where the joules come from: the power of every node that counts, the radio's curve, and what is assumed. */
export function EnergySources() {
  const scenario = useApp((state) => state.scenario);
  const nodes = scenario.nodes.filter(
    ({ id, kind, device }) => (id === scenario.sourceId || isEdgeHost(kind)) && device !== null,
  );
  return (
    <details className={styles.sources}>
      <summary>Where the energy comes from</summary>
      <ul>
        {nodes.map((node) => {
          const figure = powerOf(scenario, node);
          return (
            <li key={node.id}>
              <strong>{node.name}:</strong> {powerText(figure)}
              {figure !== null && figure.citation !== '' ? ` Source: ${figure.citation}.` : ''}
            </li>
          );
        })}
        <li>
          <strong>Wireless links, {radioCurves[scenario.radio].name}:</strong> {radioText(scenario.radio)}.
          Source: {radioCitation}. The same curve stands for a wireless backhaul: an assumption.
        </li>
        <li>
          Assumed: a node that computes draws its full load, the radio is on only while bits flow, wired links
          take nothing, idle power is not counted because it flows whatever the plan is.
        </li>
      </ul>
    </details>
  );
}
