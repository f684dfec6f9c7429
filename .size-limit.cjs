/** Budgets in gzip. The first view is read off the built index.html, so the list cannot go stale. */
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const page = readFileSync('dist/index.html', 'utf8');
const initial = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((match) =>
  join('dist', match[1]),
);
if (!initial.some((file) => file.endsWith('.js'))) throw new Error('dist/index.html loads no script');
const solverWorker = readdirSync('dist/assets')
  .filter((file) => /^solver\.worker-.*\.js$/.test(file))
  .map((file) => join('dist/assets', file));
/** A chunk with everything it imports that the first view has not loaded. */
const withImports = (file, seen = new Set()) => {
  if (seen.has(file) || initial.includes(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
  for (const match of imports) withImports(join('dist/assets', match[1]), seen);
  return seen;
};
const canvas = readdirSync('dist/assets').filter((file) => /^Canvas-.*\.js$/.test(file));
for (const file of [...initial, ...solverWorker])
  if (!existsSync(file)) throw new Error(`${file} is missing`);
if (canvas.length !== 1) throw new Error('expected one canvas chunk in dist/assets');
if (solverWorker.length !== 1) throw new Error('expected one solver worker in dist/assets');

module.exports = [
  {
    name: 'first view: scripts, preloads and styles of index.html',
    path: initial,
    limit: '170 kB',
    gzip: true,
  },
  // It is fetched beside them where the window is wide enough for a drawing; a phone does without.
  { name: 'canvas', path: [...withImports(join('dist/assets', canvas[0]))], limit: '85 kB', gzip: true },
  { name: 'solver worker', path: solverWorker, limit: '60 kB', gzip: true },
];
