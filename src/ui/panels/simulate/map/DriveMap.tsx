import { useMemo } from 'react';
import { useApp } from '../../../../state/useStore';
import { namesOf } from '../../../errors/names';
import { distanceText } from '../../../canvas/scaleBar';
import { formatNumber } from '../../../format';
import { drawnAir, momentOf, type Moment } from '../moment';
import { staysWords } from '../momentWords';
import { unlinkedCells } from '../unlinkedCells';
import { useShownRun, type ShownRun } from '../useShownRun';
import styles from './DriveMap.module.css';
import { cellPx, driveMapLayout, mapWidthPx } from './driveMapLayout';

/** The drive at the moment, for phones: cells, the way, the UE and who serves it. To look at only. */
export function DriveMap() {
  const shown = useShownRun();
  return shown === null ? null : <DrivenMap shown={shown} />;
}

function DrivenMap({ shown }: { readonly shown: ShownRun }) {
  const { run, scenario } = shown;
  const { atS, lane } = useApp((state) => state.simulation);
  const { cells, heightPx, placeOf, scale, way } = useMemo(
    () => driveMapLayout(scenario, run),
    [scenario, run],
  );
  const unlinked = useMemo(() => unlinkedCells(scenario), [scenario]);
  const moment = momentOf(run, lane, atS);
  const ue = placeOf(moment);
  const drawn = cells.find(({ id }) => id === drawnAir(moment).cell);
  const words = mapWords(shown, moment);
  return (
    <figure className={styles.map} data-drive-map data-old={shown.isOld}>
      <svg viewBox={`0 0 ${mapWidthPx} ${heightPx}`} role="img" aria-label={`Map of the drive. ${words}`}>
        <path d={way} className={styles.way} />
        {drawn !== undefined && <line x1={ue.x} y1={ue.y} x2={drawn.x} y2={drawn.y} className={styles.air} />}
        {cells.map(({ id, label, name, x, y }) => (
          <g
            key={id}
            className={styles.cell}
            data-serves={id === moment.cell}
            data-unlinked={unlinked.has(id)}
            data-cell={id}
          >
            <path d={`M${x} ${y - cellPx}L${x + cellPx} ${y + cellPx}H${x - cellPx}Z`} />
            {label !== null && (
              <text x={label.x} y={label.y}>
                {name}
              </text>
            )}
          </g>
        ))}
        <g className={styles.scale} data-map-scale>
          <path d={`M${scale.x} ${scale.y - 6}v6h${scale.px}v-6`} />
          <text x={scale.x} y={scale.y - 15}>
            {distanceText(scale.metres)}
          </text>
        </g>
        <circle cx={ue.x} cy={ue.y} r="6" className={styles.ue} data-map-ue />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function mapWords({ scenario }: ShownRun, moment: Moment): string {
  const names = namesOf(scenario);
  const { cell, snrDb } = moment;
  if (cell === null) return 'No cell serves the UE.';
  const stays = staysWords(moment, names);
  return [
    `UE on ${names.node(cell)}`,
    ...(snrDb === null ? [] : [`, SNR ${formatNumber(snrDb)} dB`]),
    ...(stays === null ? [] : [`; ${stays}`]),
    '.',
  ].join('');
}
