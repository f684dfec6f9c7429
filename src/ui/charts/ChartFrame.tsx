import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '../primitives/Button';
import { ChartTableView } from './ChartTableView';
import { tableToCsv, type ChartTable } from './chartTable';
import { chartToPng, composeSvg, downloadFile, pageLook, serialiseChart, type SvgPart } from './exportChart';
import styles from './ChartFrame.module.css';

interface Props {
  readonly title: string;
  /** One sentence that says what the chart shows, with its numbers. */
  readonly summary: string;
  /** What matters more than the summary, which then stands under the chart. */
  readonly lead?: ReactNode;
  /** As a function where it takes long: it is made when it is looked at or saved. */
  readonly table: ChartTable | (() => ChartTable);
  /** Without extension. */
  readonly fileName: string;
  /** Values that are missing or not finite, and so are not drawn. */
  readonly missing?: number;
  /** A newer answer is on its way, or due: marked, in place. */
  readonly stale?: boolean;
  /** Options of this chart, in its bar. */
  readonly controls?: ReactNode;
  /** The whole picture, for a chart that is not drawn as SVG on screen; null while there is none. */
  readonly picture?: (format: 'svg' | 'png') => SvgPart | null;
  /** What a saved picture says under its title: whose it is, where it comes from. */
  readonly caption?: string;
  /** false: what it frames is no drawing (a list, a table), so only CSV is saved. */
  readonly pictures?: boolean;
  /** false: what it frames is the table, drawn in its own way. */
  readonly toTable?: boolean;
  /** Left out: the table is all there is to show. */
  readonly children?: ReactNode;
}

/** What every chart has: a title, a summary, its table, CSV, SVG and PNG, and an honest count of what is not drawn. */
export function ChartFrame({
  title,
  summary,
  lead,
  table,
  fileName,
  missing = 0,
  stale = false,
  controls,
  picture,
  caption = '',
  pictures = true,
  toTable = true,
  children,
}: Props) {
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const isTableOnly = children === undefined;
  const [isTableChosen, setTableChosen] = useState(false);
  const asTable = isTableOnly || isTableChosen;
  const [failed, setFailed] = useState(false);

  const tableNow = (): ChartTable => (typeof table === 'function' ? table() : table);
  const saveCsv = () =>
    downloadFile(`${fileName}.csv`, new Blob([tableToCsv(tableNow())], { type: 'text/csv' }));
  const drawing = (format: 'svg' | 'png') => {
    const part = picture?.(format) ?? null;
    return part === null
      ? serialiseChart(body.current!, title, caption)
      : composeSvg([part], title, pageLook(), caption);
  };
  const saveSvg = () =>
    downloadFile(`${fileName}.svg`, new Blob([drawing('svg').markup], { type: 'image/svg+xml' }));
  const savePng = async () => {
    const png = await chartToPng(drawing('png'));
    setFailed(png === null);
    if (png !== null) downloadFile(`${fileName}.png`, png);
  };

  return (
    <section className={styles.frame} aria-labelledby={titleId} data-chart={fileName}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          {lead === undefined && <p className={styles.summary}>{summary}</p>}
        </div>
        <div className={styles.bar}>
          {controls}
          {toTable && !isTableOnly && (
            <Button look="quiet" aria-pressed={asTable} onClick={() => setTableChosen(!asTable)}>
              Show as table
            </Button>
          )}
          <span role="group" aria-label={`Save ${title}`} className={styles.save}>
            <Button look="quiet" onClick={saveCsv}>
              CSV
            </Button>
            {pictures && (
              <>
                <Button look="quiet" disabled={asTable} onClick={saveSvg}>
                  SVG
                </Button>
                <Button look="quiet" disabled={asTable} onClick={() => void savePng()}>
                  PNG
                </Button>
              </>
            )}
          </span>
        </div>
        {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      </header>
      {failed && <p role="alert">This browser could not draw the PNG. Save the SVG instead.</p>}
      <div ref={body} className={styles.body} data-stale={stale}>
        {asTable ? <ChartTableView label={title} table={tableNow()} isWhole={isTableOnly} /> : children}
      </div>
      {lead !== undefined && <p className={styles.summary}>{summary}</p>}
      {missing > 0 && (
        <p className={styles.missing}>
          {missing === 1 ? '1 value is' : `${missing} values are`} missing or not finite, and not drawn.
        </p>
      )}
    </section>
  );
}
