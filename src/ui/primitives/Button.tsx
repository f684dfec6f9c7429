import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Button.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** `primary` once a view at most; `quiet` in bars and lists. */
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly icon?: IconName;
  /** With an icon: the label is read aloud and shown as a tooltip, not drawn. */
  readonly iconOnly?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'plain', icon, iconOnly = false, children, className = '', ...rest }: Props) {
  const label = iconOnly && typeof children === 'string' ? children : undefined;
  return (
    <button
      type="button"
      title={label}
      {...rest}
      className={`${styles.button} ${styles[look]} ${iconOnly ? styles.iconOnly : ''} ${className}`}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={iconOnly ? 'visually-hidden' : undefined}>{children}</span>
    </button>
  );
}
