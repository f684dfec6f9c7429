/** Starts the server of `npm run dev` once, and asks it for the page and for its entry, compiled. Part of `npm test`. */
import { startDevelopment } from './previewServer';

const server = await startDevelopment(4276);
try {
  for (const [path, expected] of [
    ['', '<div id="root">'],
    ['src/main.tsx', 'createAppStore'],
  ] as const) {
    const response = await fetch(`${server.address}${path}`);
    const text = await response.text();
    if (!response.ok || !text.includes(expected)) {
      throw new Error(`/${path}: ${response.status}, without ${expected}`);
    }
  }
  console.log('The development server answers.');
} finally {
  server.stop();
}
