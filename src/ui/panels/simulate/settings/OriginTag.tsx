import styles from '../Simulate.module.css';
import { originTexts, type SettingOrigin } from './settingTexts';

/** Whose choice the usual value is. */
export function OriginTag({ origin }: { readonly origin: SettingOrigin }) {
  return (
    <span className={styles.origin} data-origin={origin} title="Whose choice the usual value is">
      {originTexts[origin]}
    </span>
  );
}
