import { Component, type ReactNode } from 'react';
import { Button } from '../primitives/Button';
import { describeCrash } from './describe';
import styles from './ErrorBoundary.module.css';

interface Props {
  /** Name of the panel, as it starts a sentence. */
  readonly panel: string;
  /** What to put the message into, where it would not be seen in place (a dialog). */
  readonly frame?: (message: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly crash: { readonly error: unknown } | null;
}

/** Keeps a fault inside its panel: the rest of the page goes on, Retry draws the panel again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { crash: null };

  static getDerivedStateFromError(error: unknown): State {
    return { crash: { error } };
  }

  override render() {
    if (this.state.crash === null) return this.props.children;
    const { title, action } = describeCrash(this.props.panel, this.state.crash.error);
    const message = (
      <div role="alert" className={styles.crash}>
        <p>
          <strong>{title}</strong> {action}
        </p>
        <Button onClick={() => this.setState({ crash: null })}>Retry</Button>
      </div>
    );
    return this.props.frame === undefined ? message : this.props.frame(message);
  }
}
