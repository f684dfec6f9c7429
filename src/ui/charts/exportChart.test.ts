import { expect, test } from 'vitest';
import { composeSvg } from './exportChart';

const look = { background: '#fff', ink: '#000', font: '"A", sans' };

test('parts stand side by side, in one document that holds them all', () => {
  const svg = composeSvg(
    [
      { markup: '<path d="M0 0"/>', width: 100, height: 40 },
      { markup: '<path d="M1 1"/>', width: 300, height: 60 },
    ],
    'Layers',
    look,
  );
  expect(svg.width).toBe(432);
  expect(svg.markup).toContain('<g transform="translate(16 48)"><path d="M0 0"/></g>');
  expect(svg.markup).toContain('<g transform="translate(116 48)"><path d="M1 1"/></g>');
  expect(svg.markup).toContain(`width="${svg.width}" height="${svg.height}"`);
});

test('a title from a document cannot break out of the markup', () => {
  const svg = composeSvg([], '</title><script>&"', look);
  expect(svg.markup).not.toContain('<script>');
  expect(svg.markup).toContain('&lt;/title>&lt;script>&amp;&quot;');
});

test('a caption stands under the title and moves the drawing down', () => {
  const part = { markup: '<path d="M0 0"/>', width: 100, height: 40 };
  const plain = composeSvg([part], 'Latency', look);
  const svg = composeSvg([part], 'Latency', look, 'Figure 2 <seed 1>');
  expect(svg.height).toBeGreaterThan(plain.height);
  expect(svg.markup).toContain('Figure 2 &lt;seed 1>');
  expect(svg.markup).not.toContain('translate(16 48)');
});
