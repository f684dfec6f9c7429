import { describe, expect, test } from 'vitest';
import { everyBlock } from './graphFolding';
import { svgPaper, type Pen } from './graphPens';
import { nodeRuns } from './nodeRuler';
import { drawOperators } from './operatorDrawing';
import type { Camera, Scene } from './graphScene';
import { operatorItems } from './operatorItems';
import { operatorLayout, tallMetrics, wideMetrics } from './operatorLayout';
import { graphLooks, type Shading } from './operatorLooks';
import { operatorPicture } from './operatorPicture';
import { makeMobileView, makeTransformerView } from './testing/makeOperatorsView';

const nodeNames = ['Phone', 'MEC host', 'Cloud'];
const palette = { theme: 0, colour: (name: string) => `<${name}>` };
const size = { width: 1000, height: 300 };

function sceneOf(view = makeTransformerView(4), shading: Shading = 'node', metrics = wideMetrics): Scene {
  const { items, nets } = operatorItems(view, everyBlock(view));
  const layout = operatorLayout({ items, nets }, metrics);
  return {
    layout,
    looks: graphLooks(view, items, nets, shading, (label) => nodeNames[label]!),
    runs: nodeRuns(layout),
    nodeNames,
    blockNames: view.blocks.map(({ label }) => label),
    found: new Set(),
    selected: -1,
    hovered: -1,
  };
}

interface Drawn {
  readonly rects: { x: number; width: number; fill: string | undefined }[];
  readonly texts: { text: string; px: number }[];
  readonly strokes: string[];
}

function draw(scene: Scene, camera: Camera): Drawn {
  const drawn: Drawn = { rects: [], texts: [], strokes: [] };
  const pen: Pen = {
    rect: ({ x, width }, { fill }) => drawn.rects.push({ x, width, fill }),
    path: (_, { stroke }) => drawn.strokes.push(stroke),
    text: (text, _, __, { px }) => drawn.texts.push({ text, px }),
  };
  drawOperators(pen, scene, camera, size, palette);
  return drawn;
}

describe('a drawing', () => {
  test('leaves out what is not in sight', () => {
    const scene = sceneOf(makeTransformerView(32));
    const { rects } = draw(scene, { k: 1, x: -5000, y: 0 });
    expect(rects.length).toBeLessThan(scene.layout.items.length / 5);
    for (const { x, width } of rects) {
      expect(x).toBeLessThanOrEqual(size.width);
      expect(x + width).toBeGreaterThanOrEqual(0);
    }
  });

  test('shows every box at any zoom, and no text that is too small to read', () => {
    const scene = sceneOf();
    for (const k of [0.02, 0.1, 0.3, 0.5, 0.8, 1, 2]) {
      const { rects, texts } = draw(scene, { k, x: 0, y: 0 });
      const boxes = rects.filter(({ fill }) => /^<node-|^<end>/.test(fill ?? ''));
      if (scene.layout.width * k < size.width && scene.layout.height * k < size.height)
        expect(boxes.length).toBeGreaterThanOrEqual(scene.layout.items.length);
      for (const { px } of texts) expect(px).toBeGreaterThanOrEqual(12);
    }
  });

  test('hatches what is sent, writes its bytes, time and way beside it, and letters beside every colour', () => {
    const scene = sceneOf(makeMobileView(6));
    const { strokes, texts } = draw(scene, { k: 1, x: -(scene.layout.tags[0]!.x - 50), y: 0 });
    expect(strokes).toContain('hatched');
    const written = texts.map(({ text }) => text).join('\n');
    expect(written).toMatch(/kB, .* ms/);
    expect(written).toMatch(/Phone → MEC host/);
    expect(written).toMatch(/^A$/m);
    expect(written).toMatch(/^B$/m);
  });

  test('of a heat map keeps the node’s colour beside its letter', () => {
    const { rects } = draw(sceneOf(makeMobileView(2), 'time'), { k: 1, x: 0, y: 0 });
    const fills = new Set(rects.map(({ fill }) => fill));
    expect([...fills].filter((fill) => fill?.startsWith('<heat-')).length).toBeGreaterThan(1);
    expect(fills).toContain('<node-0>');
  });

  test('of a long graph seen whole still has its ruler', () => {
    const scene = sceneOf(makeTransformerView(32));
    const { texts } = draw(scene, { k: size.width / scene.layout.width, x: 0, y: 0 });
    expect(texts.map(({ text }) => text)).toEqual(['A  Phone', 'B  MEC host', 'C  Cloud']);
  });
});

describe('a picture', () => {
  test('holds the whole graph as SVG', () => {
    const scene = sceneOf(makeTransformerView(32));
    const { markup, width } = operatorPicture(scene, palette, 'Sans', 'svg', null);
    expect(width).toBeGreaterThan(20_000);
    for (const name of ['LayerNor', 'Softmax', 'Gelu', 'Result']) expect(markup).toContain(name);
    expect(markup).not.toMatch(/NaN|undefined/);
  });

  test('as PNG is what is in sight where the whole would be too large, and all of it elsewhere', () => {
    const inSight = { camera: { k: 1, x: -3000, y: 0 }, width: 900, height: 200 };
    expect(operatorPicture(sceneOf(makeTransformerView(32)), palette, 'Sans', 'png', inSight)).toMatchObject({
      width: 900,
      height: 200,
    });
    const small = sceneOf(makeMobileView(2), 'node', tallMetrics);
    expect(operatorPicture(small, palette, 'Sans', 'png', inSight).height).toBeGreaterThan(500);
  });

  test('takes names for what they are, not for markup', () => {
    const paper = svgPaper('Sans', '#000', '#fff');
    paper.pen.text('<a href="x">&', 0, 0, { fill: 'red', px: 12 });
    expect(paper.markup()).toContain('>&lt;a href=&quot;x&quot;>&amp;</text>');
  });
});
