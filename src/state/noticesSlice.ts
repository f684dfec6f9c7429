import type { SliceContext } from './slice';
import type { AppState, NewNotice } from './types';

type NoticesSlice = Pick<AppState, 'notices' | 'notify' | 'dismiss'>;

/** More would cover the page; the oldest goes first. */
const maxNotices = 5;

export function createNoticesSlice({ set, get }: SliceContext): NoticesSlice {
  let lastId = 0;
  return {
    notices: [],
    notify: (notice) => {
      // Whoever tries again needs to know of the last attempt alone.
      const notices = get().notices.filter((shown) => !isAnotherTryOf(shown, notice));
      // Autosave tries again after every edit: one message about full storage is enough.
      if (notice.kind === 'storage-error' && notices.some((shown) => saysTheSame(shown, notice))) return;
      lastId += 1;
      set({ notices: [...notices, { ...notice, id: lastId }].slice(-maxNotices) });
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  };
}

function isAnotherTryOf(shown: NewNotice, notice: NewNotice): boolean {
  if (shown.kind === 'document-error') return notice.kind === shown.kind && notice.what === shown.what;
  return shown.kind === 'other-tab' && notice.kind === shown.kind;
}

function saysTheSame(shown: NewNotice, notice: NewNotice & { readonly kind: 'storage-error' }): boolean {
  return shown.kind === 'storage-error' && shown.failure.kind === notice.failure.kind;
}
