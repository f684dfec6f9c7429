import { Component, type ReactNode } from 'react';
import { Button } from '../primitives/Button';
import { describeCrash } from './describe';
import styles from './ErrorBoundary.module.css';
import { describeLoadFailure, isLoadFailure } from './loadFailure';

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

/** Keeps a fault inside its panel: the rest of the page goes on, Retry draws the panel again. A part that did not arrive needs a reload. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { crash: null };

  static getDerivedStateFromError(error: unknown): State {
    return { crash: { error } };
  }

  override render() {
    if (this.state.crash === null) return this.props.children;
    const { error } = this.state.crash;
    const isMissing = isLoadFailure(error);
    const { title, action } = isMissing
      ? describeLoadFailure(this.props.panel)
      : describeCrash(this.props.panel, error);
    const message = (
      <div role="alert" className={styles.crash}>
        <p>
          <strong>{title}</strong> {action}
        </p>
        {isMissing ? (
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
        ) : (
          <Button onClick={() => this.setState({ crash: null })}>Retry</Button>
        )}
      </div>
    );
    return this.props.frame === undefined ? message : this.props.frame(message);
  }
}
