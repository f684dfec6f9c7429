import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { dockTabs, type DockTab } from '../../../state/types';
import { Icon } from '../../primitives/Icon';
import { dockTabId } from './dockTabId';
import styles from './DockTabs.module.css';

interface Props {
  readonly names: Readonly<Record<DockTab, string>>;
  readonly tab: DockTab;
  /** Whether the tab's panel is on the page. */
  readonly open: boolean;
  readonly onChoose: (tab: DockTab) => void;
}

/** The row of tabs. Where it is too long it scrolls, fades where it goes on, and keeps the chosen tab in sight. */
export function DockTabs({ names, tab, open, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { before, after } = useOverflow(list);
  useEffect(() => bringIntoSight(list.current, tab), [tab]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(event.key, tab);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    tabButton(list.current, next)?.focus();
  };
  return (
    <div className={styles.row}>
      <More side="left" shown={before} list={list} />
      <div
        ref={list}
        role="tablist"
        aria-label="Charts and tables"
        className={styles.tabs}
        data-more-left={before}
        data-more-right={after}
        onKeyDown={onKeyDown}
      >
        {dockTabs.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={dockTabId(id)}
            data-tab={id}
            aria-selected={id === tab}
            aria-controls={open && id === tab ? 'dock-panel' : undefined}
            tabIndex={id === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => onChoose(id)}
          >
            {names[id]}
          </button>
        ))}
      </div>
      <More side="right" shown={after} list={list} />
    </div>
  );
}

interface MoreProps {
  readonly side: 'left' | 'right';
  readonly shown: boolean;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Says that the row goes on, and scrolls it for a pointer. The keyboard has the arrow keys, so this is no stop. */
function More({ side, shown, list }: MoreProps) {
  if (!shown) return null;
  const scroll = () => {
    const element = list.current;
    element?.scrollBy({ left: (side === 'left' ? -0.7 : 0.7) * element.clientWidth, behavior: 'smooth' });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={styles.more}
      data-dock-more={side}
      onClick={scroll}
    >
      <Icon name={side} />
    </button>
  );
}

/** Whether the row goes on to its left and to its right. */
function useOverflow(list: RefObject<HTMLDivElement | null>) {
  const [more, setMore] = useState({ before: false, after: false });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const look = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      setMore((old) => (old.before === before && old.after === after ? old : { before, after }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [list]);
  return more;
}

/** Room beside the chosen tab, for the hints that the row goes on [px]. */
const marginPx = 40;

/** Scrolls the row alone: scrollIntoView would move the page of a phone too. */
function bringIntoSight(list: HTMLDivElement | null, tab: DockTab): void {
  const button = tabButton(list, tab);
  if (list === null || button === null) return;
  const left = button.offsetLeft - list.offsetLeft;
  const tooFarLeft = left - marginPx < list.scrollLeft;
  const tooFarRight = left + button.offsetWidth + marginPx > list.scrollLeft + list.clientWidth;
  if (tooFarLeft) list.scrollLeft = left - marginPx;
  else if (tooFarRight) list.scrollLeft = left + button.offsetWidth + marginPx - list.clientWidth;
}

function tabButton(list: HTMLDivElement | null, tab: DockTab): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`[data-tab="${tab}"]`) ?? null;
}

function nextTab(key: string, tab: DockTab): DockTab | null {
  const at = dockTabs.indexOf(tab);
  const last = dockTabs.length - 1;
  const target: Partial<Record<string, number>> = {
    ArrowLeft: at === 0 ? last : at - 1,
    ArrowRight: at === last ? 0 : at + 1,
    Home: 0,
    End: last,
  };
  return dockTabs[target[key] ?? -1] ?? null;
}
