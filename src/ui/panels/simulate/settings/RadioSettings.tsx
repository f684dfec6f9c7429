import { err } from '../../../../core/result';
import { carrierChoices, findCarrierFault, nearestCarrier } from '../../../../core/radio/carriers';
import type { LinkAdaptation, RadioSettings as Radio } from '../../../../core/radio/types';
import { describeCarrierFault } from '../../../errors/describeSimulation';
import fieldStyles from '../../../primitives/Field.module.css';
import { parseNumber } from '../../../primitives/parseNumber';
import { ChoiceSetting } from './ChoiceSetting';
import { NumberSetting, OptionalNumberSetting } from './NumberSetting';
import { useSettings } from './useSettings';

const adaptations: readonly (readonly [LinkAdaptation, string])[] = [
  ['awgn-table-1', 'CQI, table 1, white noise'],
  ['common-table-1', 'CQI, table 1, as often copied'],
  ['fading-table-2', 'CQI, table 2, fading uplink'],
  ['eesm-table-1', 'MCS, table 1 (5G-LENA)'],
  ['eesm-table-2', 'MCS, table 2 (5G-LENA)'],
  ['shannon-gap', 'Shannon with a gap'],
];

/** Given when obstacles are first taken into account: 3GPP's urban microcells, line of sight (TR 38.901). */
const usualShadowing = { sdDb: 4, decorrelationM: 10 };

/** The air between the UE and a cell. Bandwidth and spacing follow the carrier to what 5G has there. */
export function RadioSettings() {
  const [{ radio }, changeAll] = useSettings();
  const change = (patch: Partial<Radio>) => changeAll({ radio: patch });
  return (
    <>
      <Carrier radio={radio} change={change} />
      <NumberSetting name="eirpDbm" value={radio.eirpDbm} onCommit={(eirpDbm) => change({ eirpDbm })} />
      <NumberSetting
        name="receiverGainDb"
        value={radio.receiverGainDb}
        onCommit={(receiverGainDb) => change({ receiverGainDb })}
      />
      <NumberSetting
        name="noiseFigureDb"
        value={radio.noiseFigureDb}
        onCommit={(noiseFigureDb) => change({ noiseFigureDb })}
      />
      <Shadowing radio={radio} change={change} />
      <ChoiceSetting
        label="Adaptation"
        value={radio.adaptation}
        choices={adaptations}
        help="Which rate an SNR allows at 10 % block errors (TS 38.214)."
        origin="paper"
        onChange={(adaptation) => change({ adaptation })}
      />
      <NumberSetting
        name="uplinkLayers"
        value={radio.uplinkLayers}
        onCommit={(uplinkLayers) => change({ uplinkLayers })}
      />
      <NumberSetting
        name="downlinkLayers"
        value={radio.downlinkLayers}
        onCommit={(downlinkLayers) => change({ downlinkLayers })}
      />
      <NumberSetting
        name="uplinkShare"
        value={radio.uplinkShare}
        onCommit={(uplinkShare) => change({ uplinkShare })}
      />
      <OptionalNumberSetting
        name="uplinkCapMbps"
        value={radio.uplinkCapMbps}
        placeholder="none"
        onCommit={(uplinkCapMbps) => change({ uplinkCapMbps })}
      />
    </>
  );
}

interface Props {
  readonly radio: Radio;
  readonly change: (patch: Partial<Radio>) => void;
}

function Carrier({ radio, change }: Props) {
  const choices = carrierChoices(radio.carrierGHz);
  const bandwidths =
    choices.find((choice) => choice.subcarrierKHz === radio.subcarrierKHz)?.bandwidthsMHz ?? [];
  return (
    <>
      <NumberSetting
        name="carrierGHz"
        value={radio.carrierGHz}
        parse={parseCarrier}
        onCommit={(carrierGHz) => change(nearestCarrier({ ...radio, carrierGHz }))}
      />
      <ChoiceSetting
        label="Spacing"
        value={radio.subcarrierKHz}
        choices={choices.map(({ subcarrierKHz }) => [subcarrierKHz, `${subcarrierKHz} kHz`] as const)}
        help="Of the subcarriers; what there is depends on the carrier."
        origin="ours"
        onChange={(subcarrierKHz) => change(nearestCarrier({ ...radio, subcarrierKHz }))}
      />
      <ChoiceSetting
        label="Bandwidth"
        value={radio.bandwidthMHz}
        choices={bandwidths.map((mhz) => [mhz, `${mhz} MHz`] as const)}
        help="Of the channel; what there is depends on carrier and spacing."
        origin="ours"
        onChange={(bandwidthMHz) => change({ bandwidthMHz })}
      />
    </>
  );
}

/** A number within the ranges that 5G has. */
const parseCarrier: typeof parseNumber = (text, limits) => {
  const parsed = parseNumber(text, limits);
  if (!parsed.ok || parsed.value === null) return parsed;
  const fault = findCarrierFault(
    nearestCarrier({ carrierGHz: parsed.value, subcarrierKHz: 30, bandwidthMHz: 100 }),
  );
  if (fault === null) return parsed;
  const { action, title } = describeCarrierFault(fault);
  return err(`${title} ${action}`);
};

function Shadowing({ radio, change }: Props) {
  const { shadowing } = radio;
  return (
    <>
      <label className={fieldStyles.check}>
        <input
          type="checkbox"
          checked={shadowing !== null}
          onChange={(event) => change({ shadowing: event.target.checked ? usualShadowing : null })}
        />
        <span>Obstacles cast shadows</span>
      </label>
      {shadowing !== null && (
        <>
          <NumberSetting
            name="shadowingSdDb"
            value={shadowing.sdDb}
            onCommit={(sdDb) => change({ shadowing: { ...shadowing, sdDb } })}
          />
          <NumberSetting
            name="decorrelationM"
            value={shadowing.decorrelationM}
            onCommit={(decorrelationM) => change({ shadowing: { ...shadowing, decorrelationM } })}
          />
        </>
      )}
    </>
  );
}
