/** Moving a cut: an edit of the document, drawn on the canvas while it moves and after. */
import { changeOwnSplit } from '../../../core/scenario/edits';
import type { OwnSplit } from '../../../core/scenario/types';
import type { ViewState } from '../../../state/types';
import type { AppStore } from '../../../state/useStore';
import { moveCut } from './ownSplit';

export interface OwnCuts {
  readonly preview: (split: OwnSplit, index: number, boundary: number) => void;
  readonly commit: () => void;
  readonly discard: () => void;
  /** Makes a split the visitor's, as one step, and draws it. */
  readonly adopt: (split: OwnSplit) => void;
  /** Gives up the visitor's split; the best one is drawn again. */
  readonly reset: () => void;
}

/** Whoever moves a cut wants to see where the blocks go: the canvas draws the visitor's split from then on. */
export function createOwnCuts({ getState }: Pick<AppStore, 'getState'>): OwnCuts {
  /** What the canvas drew before the gesture; null while there is none. */
  let before: ViewState['shownPlan'] | null = null;
  return {
    preview: (split, index, boundary) => {
      const { view, preview, changeView } = getState();
      before ??= view.shownPlan;
      preview((document) => changeOwnSplit(document, moveCut(split, index, boundary)));
      if (view.shownPlan !== 'own') changeView({ shownPlan: 'own' });
    },
    commit: () => {
      before = null;
      getState().commit();
    },
    discard: () => {
      getState().discard();
      if (before !== null) getState().changeView({ shownPlan: before });
      before = null;
    },
    adopt: (split) => {
      getState().edit((document) => changeOwnSplit(document, split));
      getState().changeView({ shownPlan: 'own' });
    },
    reset: () => {
      getState().edit((document) => changeOwnSplit(document, null));
      getState().changeView({ shownPlan: 'best' });
    },
  };
}
