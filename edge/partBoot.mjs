// Threads of Node 20 know no TypeScript, whatever the main thread knows: tsx is registered in each, then the part's code runs.
import { register } from 'tsx/esm/api';

register();
await import('./partThread.ts');
