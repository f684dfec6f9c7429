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
for (const file of [...initial, ...solverWorker])
  if (!existsSync(file)) throw new Error(`${file} is missing`);
if (solverWorker.length !== 1) throw new Error('expected one solver worker in dist/assets');

module.exports = [
  {
    name: 'first view: scripts, preloads and styles of index.html',
    path: initial,
    limit: '220 kB',
    gzip: true,
  },
  { name: 'solver worker', path: solverWorker, limit: '60 kB', gzip: true },
];
