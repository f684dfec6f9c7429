import type { KeyboardEvent } from 'react';
import { Button } from '../../primitives/Button';
import { CopyLinkButton } from './CopyLinkButton';
import { stepOfKey, type Stepper } from './useStepper';
import styles from './Messages.module.css';

interface Props {
  readonly stepper: Stepper;
  /** What the step shown is called. */
  readonly title: string;
}

/** Backwards, play, forwards, and a slider over all steps. */
export function StepControls({ stepper, title }: Props) {
  const { step, last, playing, go, togglePlay } = stepper;
  return (
    <div className={styles.controls} role="group" aria-label="Steps of the protocol">
      <Button icon="first" iconOnly aria-disabled={step === 0} onClick={() => go(0)}>
        First step
      </Button>
      <Button icon="left" iconOnly aria-disabled={step === 0} onClick={() => go(step - 1)}>
        Step back
      </Button>
      <Button icon={playing ? 'pause' : 'play'} iconOnly onClick={togglePlay}>
        {playing ? 'Pause' : 'Play'}
      </Button>
      <Button icon="right" iconOnly aria-disabled={step === last} onClick={() => go(step + 1)}>
        Step on
      </Button>
      <Button icon="last" iconOnly aria-disabled={step === last} onClick={() => go(last)}>
        Last step
      </Button>
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={`Step ${step + 1} of ${last + 1}: ${title}`}
        min={0}
        max={last}
        step={1}
        value={step}
        className={styles.slider}
        onChange={(event) => go(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => stepByKey(event, stepper)}
      />
      <span className={styles.count}>
        Step {step + 1} of {last + 1}
      </span>
      <CopyLinkButton place={{ tab: 'messages', step }}>Copy link to this step</CopyLinkButton>
    </div>
  );
}

/** Arrows, Page keys, Home and End move; the space bar plays. */
export function stepByKey(event: KeyboardEvent, stepper: Stepper): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === ' ') {
    event.preventDefault();
    stepper.togglePlay();
    return;
  }
  const next = stepOfKey(event.key, stepper);
  if (next === null) return;
  event.preventDefault();
  stepper.go(next);
}
