import type { DocumentError } from '../core/scenario/documentError';
import { fileSlug } from '../core/fileSlug';
import { limits } from '../core/scenario/limits';
import { parseScenario } from '../core/scenario/parseScenario';
import type { Scenario } from '../core/scenario/types';
import type { FileService } from '../services/types';
import { always, type CommandContext, type CommandSpec } from './command';
import { documentToShare, textToShare, tooLargeFor } from './documentToShare';
import { isModelName } from './isModelName';
import { isProfileFile } from './isProfileFile';
import { placeHere, withPlace } from './linkPlace';
import type { AppStore } from './useStore';

export const fileCommands = {
  'open-file': {
    label: 'Open a file…',
    words: 'import load upload',
    keys: ['Ctrl+O'],
    group: 'File',
    isEnabled: always,
    run: async ({ files, store }) => {
      const file = await files.choose('.json,application/json,.onnx,.csv');
      if (file !== null) await openFiles([file], files, store);
    },
  },
  'save-file': {
    label: 'Save to a file',
    words: 'download export json',
    keys: ['Ctrl+S'],
    group: 'File',
    isEnabled: always,
    whileTyping: 'always',
    run: saveFile,
  },
  share: {
    label: 'Share a link…',
    words: 'send url address',
    keys: [],
    group: 'File',
    isEnabled: always,
    run: ({ store }) => store.getState().changeView({ openDialog: 'share' }),
  },
  'copy-link': {
    label: 'Copy the link',
    words: 'share send url address',
    keys: [],
    group: 'File',
    isEnabled: always,
    run: async (context) => {
      const { changeView, notify } = context.store.getState();
      const copied = await context.files.copyText(await urlHere(context));
      if (copied) notify({ kind: 'done', text: 'Link copied.' });
      // Where the browser refuses, the dialog shows the link to be copied by hand.
      else changeView({ openDialog: 'share' });
    },
  },
  presets: {
    label: 'Open a preset…',
    words: 'example sample scenario drive',
    keys: [],
    group: 'File',
    isEnabled: always,
    run: ({ store }) => store.getState().changeView({ openDialog: 'presets' }),
  },
  'bring-back': {
    label: 'Bring back the work that was set aside',
    keys: [],
    group: 'File',
    isEnabled: always,
    run: bringBack,
  },
} as const satisfies Record<string, CommandSpec>;

/** Opens what a link or an unreadable autosave replaced: an undoable edit like any other. */
function bringBack({ store, localStore }: CommandContext): void {
  const { open, notify } = store.getState();
  const stored = localStore.read('set-aside');
  if (!stored.ok) {
    notify({ kind: 'storage-error', failure: stored.error });
    return;
  }
  if (stored.value === null) {
    notify({ kind: 'done', text: 'Nothing was set aside.' });
    return;
  }
  const parsed = parseScenario(stored.value);
  if (parsed.ok) open(parsed.value);
  else notify({ kind: 'document-error', error: parsed.error, what: 'autosave' });
}

/** The address that opens the document as it is. */
export async function shareUrl({ store, facts }: Pick<CommandContext, 'store' | 'facts'>): Promise<string> {
  return `${facts.pageUrl}#${await store.getState().shareFragment()}`;
}

/** The address of what is looked at: a figure, a moment of a run, or the document. */
async function urlHere(context: CommandContext): Promise<string> {
  const state = context.store.getState();
  const { place } = state.view;
  if (place === 'reproduce') return state.figureUrl(state.reproduction.shown);
  const here = place === 'simulate' ? placeHere(state) : null;
  const url = await shareUrl(context);
  return here === null ? url : withPlace(url, here);
}

/**
 * Opens chosen or dropped files: a model with its data, a profile, or a scenario. What is wrong with them is said, the
 * current work stays. Where the dialog that opens models is in front, whatever is not a scenario belongs to a model.
 */
export async function openFiles(
  dropped: readonly File[],
  files: FileService,
  store: AppStore,
): Promise<void> {
  const { changeView, notify, offerProfileFile, openText, readModelFiles, view } = store.getState();
  const [file, ...others] = dropped;
  if (file === undefined) return;
  const isScenario = (name: string): boolean => name.toLowerCase().endsWith('.json');
  const forModel = view.openDialog === 'workload' && !dropped.some(({ name }) => isScenario(name));
  if (forModel || dropped.some(({ name }) => isModelName(name))) {
    changeView({ openDialog: 'workload' });
    await readModelFiles(dropped);
    return;
  }
  const onlyOne = others.length > 0 ? `of ${dropped.length} files only ${file.name} was read.` : null;
  if (await isProfileFile(file)) {
    changeView({ place: 'profile', openDialog: 'none' });
    offerProfileFile(file);
    if (onlyOne !== null) notify({ kind: 'done', text: `One profile is imported at a time: ${onlyOne}` });
    return;
  }
  const text = await files.readText(file, limits.documentBytes);
  if (text.ok) openText(text.value);
  else notify({ kind: 'document-error', error: readingError(text.error), what: 'file' });
  if (onlyOne !== null) notify({ kind: 'done', text: `One scenario is open at a time: ${onlyOne}` });
}

/** What is too large to be read need not be a scenario: nobody can be asked to remove nodes from it. */
function readingError(error: DocumentError): DocumentError {
  if (error.kind !== 'too-large') return error;
  const detail = `a scenario has at most ${error.limitBytes / 1e6} MB, this is larger`;
  return { kind: 'unreadable', what: 'file', detail };
}

function saveFile({ files, store }: CommandContext): void {
  const { notify } = store.getState();
  const scenario = documentToShare(store.getState());
  const text = textToShare(scenario);
  if (text === null) {
    // A file that could never be opened again must not look like a saved one.
    notify(tooLargeFor('file'));
    return;
  }
  files.download(fileNameOf(scenario), 'application/json', text);
}

/** "splitscape-my-network.json" */
function fileNameOf({ name }: Scenario): string {
  return `splitscape-${fileSlug(name, 'scenario')}.json`;
}
