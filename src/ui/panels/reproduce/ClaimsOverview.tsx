import type { FigureId, FigureText } from '../../../core/reproduce/types';
import { stillText } from '../../../core/reproduce/verdictWords';
import type { ReproductionState } from '../../../state/reproductionTypes';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { ChartFrame } from '../../charts/ChartFrame';
import { Button } from '../../primitives/Button';
import { claimsTable, tableToMarkdown } from './exportFigures';
import figureStyles from './Figure.module.css';
import styles from './Reproduce.module.css';
import tableStyles from './Tables.module.css';
import { figureState, isOld, judgedText, provenanceText, verdictsNow } from './reproduceWords';
import { VerdictBadge } from './VerdictBadge';

interface Props {
  readonly texts: readonly FigureText[];
  readonly onShow: (figure: FigureId) => void;
}

/** Every claim of every figure with its verdict, as far as the figures have been run. */
export function ClaimsOverview({ texts, onShow }: Props) {
  const { files } = useTools();
  const reproduction = useApp((state) => state.reproduction);
  const { figures } = reproduction;
  const table = claimsTable(texts, reproduction);
  const { found, older } = verdictsNow(reproduction);
  return (
    <section className={tableStyles.overview} data-overview>
      <h2>All claims</h2>
      <ChartFrame
        title="Claims and verdicts"
        summary={
          found.length + older === 0
            ? 'No figure has been run yet. “Run all” runs them one after the other.'
            : `${judgedText(found, table.rows.length, older)}. Simulated or computed here.`
        }
        fileName="hivemind-claims"
        pictures={false}
        toTable={false}
        table={table}
        controls={
          <Button
            look="quiet"
            onClick={() => files.download('hivemind-claims.md', 'text/markdown', tableToMarkdown(table))}
          >
            Markdown
          </Button>
        }
      >
        <table className={tableStyles.overviewTable}>
          <caption className="visually-hidden">Claims of all figures and what came out</caption>
          <colgroup>
            <col className={tableStyles.figureColumn} />
            <col className={tableStyles.claimColumn} />
            <col className={tableStyles.verdictColumn} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Claim</th>
              <th scope="col">Verdict</th>
              <th scope="col">What came out</th>
            </tr>
          </thead>
          {texts.map((text) => (
            <FigureRows key={text.id} text={text} figure={figures[text.id]} onShow={onShow} />
          ))}
        </table>
      </ChartFrame>
    </section>
  );
}

interface RowsProps {
  readonly text: FigureText;
  readonly figure: ReproductionState['figures'][FigureId];
  readonly onShow: (figure: FigureId) => void;
}

function FigureRows({ text, figure, onShow }: RowsProps) {
  const { last } = figure;
  return (
    <tbody data-old={isOld(figure)}>
      {text.claims.map((claim, index) => {
        const found = last?.result.verdicts.find(({ id }) => id === claim.id);
        return (
          <tr key={claim.id}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={text.claims.length}>
                <Button look="quiet" title={text.title} onClick={() => onShow(text.id)}>
                  {`Figure ${text.id}`}
                </Button>
                <span className={styles.small}>
                  {last === null
                    ? figureState(figure)
                    : `${provenanceText(text, last.question.seed)}${isOld(figure) ? ' Run with other settings than now.' : ''}`}
                </span>
              </th>
            )}
            <td>{claim.text}</td>
            <td>
              {found === undefined ? (
                <span className={figureStyles.badge}>not run yet</span>
              ) : (
                <VerdictBadge verdict={found.verdict} />
              )}
              {found?.nothingMoves === true && <span className={tableStyles.still}>{stillText}</span>}
            </td>
            <td data-none={found === undefined}>{found?.reason ?? '–'}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
