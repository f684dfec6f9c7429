/** The composition root: makes the services and the store, wires them to the page, and draws it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createServices } from './services/createServices';
import { startAutosave } from './state/autosave';
import { createAppStore } from './state/createAppStore';
import { initialDocument, openInitialDocument } from './state/initialDocument';
import { watchOtherTabs } from './state/otherTabs';
import { createTools } from './state/tools';
import { StoreContext } from './state/useStore';
import { ToolsContext } from './state/useTools';
import { ErrorBoundary } from './ui/errors/ErrorBoundary';
import { App } from './ui/shell/App';
import './ui/styles/tokens.css';
import './ui/styles/global.css';

async function start(root: HTMLElement): Promise<void> {
  const services = createServices();
  const initial = await initialDocument(services, window.location.hash);
  const store = createAppStore(services, initial.scenario);
  const tools = createTools(store, services);
  const autosave = startAutosave(store, services.localStore);
  watchOtherTabs(store, services.localStore);
  openInitialDocument(store, initial);
  // The work from here on is the visitor's own: a reload must find it, not open the link again.
  forgetLink();

  window.addEventListener('hashchange', () => {
    const { hash } = window.location;
    if (hash === '') return;
    forgetLink();
    void store.getState().openLink(hash);
  });
  window.addEventListener('keydown', (event) => {
    if (tools.handleKey(event)) event.preventDefault();
  });
  window.addEventListener('pagehide', () => autosave.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') autosave.flush();
  });

  createRoot(root).render(
    <StrictMode>
      <StoreContext.Provider value={store}>
        <ToolsContext.Provider value={tools}>
          <ErrorBoundary panel="The page">
            <App />
          </ErrorBoundary>
        </ToolsContext.Provider>
      </StoreContext.Provider>
    </StrictMode>,
  );
}

function forgetLink(): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', pathname + search);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
void start(root);
