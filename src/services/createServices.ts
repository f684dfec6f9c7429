import { findBrowserFacts } from './browserFacts';
import { createFileService } from './fileService';
import { createLinkCodec } from './linkCodec';
import { createEdgeService, takeEdgeToken } from './edgeService';
import { createModelService } from './modelService';
import { createModelStore } from './modelStore';
import { createSplitService } from './splitService';
import { createLocalStore } from './localStore';
import { createProfilerService } from './profilerService';
import { createLazyProfileStore } from './lazyProfileStore';
import { createReproducerService } from './reproducerService';
import { createSimulatorService } from './simulatorService';
import { createSolverService } from './solverService';
import type { Services } from './types';

/** The real services of a browser page. Workers start, and storage opens, on first use. */
export function createServices(): Services {
  // Before anything else reads the address.
  const edgeToken = takeEdgeToken();
  const facts = findBrowserFacts();
  return {
    solver: createSolverService(),
    profiler: createProfilerService(),
    simulator: createSimulatorService(),
    reproducer: createReproducerService(),
    profileStore: createLazyProfileStore(),
    models: createModelService(),
    modelStore: createModelStore(),
    splitter: createSplitService(),
    edge: createEdgeService(edgeToken, facts.clockS),
    localStore: createLocalStore(),
    linkCodec: createLinkCodec(),
    files: createFileService(),
    facts,
    findGpu: async () => (await import('./findGpu')).findGpu(),
    now: () => new Date().toISOString(),
    newId,
  };
}

/** 12 random characters: 60 bits, short enough for links. `crypto.randomUUID` would need a secure context. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte & 31).toString(32)).join('');
}
