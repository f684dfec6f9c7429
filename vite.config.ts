import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { licencePlugins } from './tools/licencesPlugin.ts';

// WASM threads need SharedArrayBuffer, which browsers give only to cross-origin isolated pages.
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

// The page carries its policy in a <meta>, which workers do not inherit: a server that can should send it as a header too.
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
  readFileSync('index.html', 'utf8'),
);
if (policy === null) throw new Error('index.html has no content security policy');

// The development server injects inline scripts and styles, which the page's content security policy forbids.
const noPolicyInDevelopment: Plugin = {
  name: 'no-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

const licenceFile = 'licenses.md';
const licences = licencePlugins(licenceFile);

export default defineConfig({
  // Relative URLs: the build works under any sub-path of a static host.
  base: './',
  plugins: [react(), noPolicyInDevelopment, licences.write],
  // Separate glue and .wasm files: with the bundled glue every WASM thread re-executes our whole worker chunk.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: { format: 'es', plugins: () => [licences.note()] },
  // Otherwise the first dev load discovers them inside a worker and reloads the page.
  optimizeDeps: { exclude: ['onnxruntime-web'], include: ['@bufbuild/protobuf', 'comlink', 'onnx-buf'] },
  // The licences of what the bundle contains travel with it.
  build: { target: 'es2022', chunkSizeWarningLimit: 1000, license: { fileName: licenceFile } },
  server: { headers: isolationHeaders },
  preview: { headers: { ...isolationHeaders, 'Content-Security-Policy': policy[1]! }, port: 4173 },
});
