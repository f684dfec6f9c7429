/** Draws the operator graph with a pen: only what is in sight, and with less on it the smaller it gets. */
import { fitText, textWidth } from '../../charts/fitText';
import { tracePath, traceHead } from './graphPaths';
import { hatched, type Pen } from './graphPens';
import type { Camera, GraphPalette, Scene } from './graphScene';
import { firstAfter } from './firstAfter';
import type { Box, PlacedItem } from './graphGeometry';
import type { Tag } from './graphTags';
import type { Wire } from './graphWires';
import type { Frame } from './operatorLayout';
import type { ItemLook } from './operatorLooks';
import { drawRuler } from './nodeRuler';

/** Below this a box's text would be smaller than can be read; see `textPx`. */
const textPxLeast = 12;
const spinePxLeast = 8;

export function drawOperators(
  pen: Pen,
  scene: Scene,
  camera: Camera,
  size: { width: number; height: number },
  palette: GraphPalette,
) {
  const sheet = new Sheet(pen, scene, camera, size, palette);
  sheet.frames();
  sheet.wires();
  sheet.boxes();
  sheet.frameHeads();
  sheet.tags();
  drawRuler(pen, scene, camera, size, palette);
}

class Sheet {
  private readonly px: number;
  private readonly seen: Box;
  /** Boxes whose lines stand out: the one under the pointer and the selected one. */
  private readonly lit: ReadonlySet<number>;

  constructor(
    private readonly pen: Pen,
    private readonly scene: Scene,
    private readonly camera: Camera,
    size: { readonly width: number; readonly height: number },
    private readonly palette: GraphPalette,
  ) {
    const { k, x, y } = camera;
    this.px = Math.min(18, Math.max(textPxLeast, 14 * k));
    this.seen = { x: -x / k, y: -y / k, width: size.width / k, height: size.height / k };
    this.lit = new Set([scene.selected, scene.hovered].filter((item) => item >= 0));
  }

  frames(): void {
    for (const frame of this.scene.layout.frames) {
      if (!this.inSight(frame)) continue;
      const radius = Math.min(8, 8 * this.camera.k);
      this.pen.rect(this.toScreen(frame), {
        fill: this.palette.colour('sunken'),
        stroke: this.palette.colour('border'),
        radius,
      });
    }
  }

  /** After the lines, some of which pass over a frame's head. */
  frameHeads(): void {
    for (const frame of this.scene.layout.frames) if (this.inSight(frame)) this.frameHead(frame);
  }

  private frameHead(frame: Frame): void {
    const head = this.toScreen({ ...frame, height: frame.headHeight });
    if (head.height < 11) return;
    const name = fitText(`− ${this.scene.blockNames[frame.block] ?? ''}`, head.width - 12, textPxLeast);
    if (name === '') return;
    // Where a long block begins out of sight, its name stays with what is in sight.
    const width = textWidth(name, textPxLeast) + 6;
    const left = Math.max(head.x, Math.min(0, head.x + head.width - width - 4)) + 2;
    // A line may enter through the head: the name has its own ground.
    this.pen.rect(
      { x: left, y: head.y + 2, width, height: head.height - 4 },
      { fill: this.palette.colour('sunken') },
    );
    this.pen.text(name, left + 4, head.y + head.height / 2, {
      fill: this.palette.colour('soft'),
      px: textPxLeast,
    });
  }

  wires(): void {
    const { colour } = this.palette;
    const seen = this.scene.layout.wires.filter(({ bounds }) => this.inSight(bounds));
    const plain = seen.filter(({ sent }) => !sent);
    const sent = seen.filter((wire) => wire.sent);
    const { k } = this.camera;
    const thin = Math.max(0.5, Math.min(1.5, 1.5 * k));
    this.strokeWires(plain, colour('border-strong'), thin);
    this.strokeWires(
      plain.filter((wire) => this.isLit(wire)),
      colour('ink'),
      thin + 1,
    );
    const thick = Math.max(3, Math.min(8, 7 * k));
    const lit = sent.filter((wire) => this.isLit(wire));
    this.strokeWires(sent, colour('transfer'), thick + 2);
    this.strokeWires(lit, colour('ink'), thick + 3);
    this.strokeWires(sent, hatched, thick);
  }

  private strokeWires(wires: readonly Wire[], stroke: string, lineWidth: number): void {
    if (wires.length === 0) return;
    const { k, x, y } = this.camera;
    const { horizontal } = this.scene.layout.metrics;
    const heads = k >= 0.45 && stroke !== hatched;
    this.pen.path(
      (sink) => {
        for (const { path } of wires) {
          tracePath(sink, path, k, x, y);
          if (heads) traceHead(sink, path, this.camera, horizontal);
        }
      },
      { stroke, lineWidth },
    );
  }

  private isLit({ net, target }: Wire): boolean {
    return this.lit.has(target) || this.lit.has(this.scene.layout.nets[net]!.from);
  }

  boxes(): void {
    const { items, layers, layerStart, metrics } = this.scene.layout;
    const start = metrics.horizontal ? this.seen.x : this.seen.y;
    const end = start + (metrics.horizontal ? this.seen.width : this.seen.height);
    for (let layer = firstAfter(layerStart, start - metrics.mainSize); layer < layers.length; layer += 1) {
      if (layerStart[layer]! > end) break;
      for (const index of layers[layer]!) if (this.inSight(items[index]!)) this.box(items[index]!, index);
    }
  }

  private box(placed: PlacedItem, index: number): void {
    const look = this.scene.looks.items[index]!;
    const box = this.spineBox(placed);
    const { colour } = this.palette;
    const radius =
      placed.item.kind === 'block' ? Math.min(7, 7 * this.camera.k) : Math.min(3, 3 * this.camera.k);
    const small = box.width < 8 || box.height < 5;
    const part = box.width / look.fills.length;
    if (look.fills.length > 1)
      look.fills.forEach((fill, at) =>
        this.pen.rect({ ...box, x: box.x + at * part, width: part }, { fill: colour(fill) }),
      );
    this.pen.rect(box, {
      ...(look.fills.length > 1 ? {} : { fill: colour(look.fills[0]!) }),
      ...(small ? {} : { stroke: colour('ink'), lineWidth: 0.75, radius }),
      ...(look.fills[0] === 'cannot' ? { dash: [3, 3] } : {}),
    });
    if (placed.item.kind === 'block' && !small && this.camera.k > 0.3) this.stack(box);
    if (!small) this.boxText(placed, look, box);
    this.outlines(index, box);
  }

  /** A long graph seen whole is a thin line: its spine stays broad enough to show colours. */
  private spineBox(placed: PlacedItem): Box {
    const box = this.toScreen(placed);
    const { horizontal } = this.scene.layout.metrics;
    if (placed.track !== 0 || (horizontal ? box.height : box.width) >= spinePxLeast) return box;
    if (horizontal) return { ...box, y: box.y + (box.height - spinePxLeast) / 2, height: spinePxLeast };
    return { ...box, x: box.x + (box.width - spinePxLeast) / 2, width: spinePxLeast };
  }

  /** Two edges behind a folded block: there is more in it. */
  private stack({ x, y, width, height }: Box): void {
    const off = 3 * Math.min(1, this.camera.k) + 1;
    this.pen.path(
      (sink) => {
        sink.moveTo(x + off, y + height + off);
        sink.lineTo(x + width + off, y + height + off);
        sink.lineTo(x + width + off, y + off);
      },
      { stroke: this.palette.colour('ink'), lineWidth: 0.75 },
    );
  }

  private boxText(placed: PlacedItem, look: ItemLook, box: Box): void {
    if (box.height < 14 || box.width < 14) return;
    const { colour } = this.palette;
    const middle = box.y + box.height / 2;
    const letters = look.letters.length * this.px * 0.72 + 8;
    const onStrip = look.strip === null ? onFill(look.fills[0]!) : `on-node-${look.strip}`;
    if (look.strip !== null) {
      const inset = {
        x: box.x + 1,
        y: box.y + 1,
        width: Math.min(letters, box.width - 2),
        height: box.height - 2,
      };
      this.pen.rect(inset, { fill: colour(`node-${look.strip}`) });
    }
    this.pen.text(look.letters, box.x + 5, middle, { fill: colour(onStrip), px: this.px, bold: true });
    const left = box.x + letters + 4;
    const room = box.x + box.width - left - 4;
    if (room < 24) return;
    // Over the parts of a mixed block no one colour of text is readable on all: its own plate is.
    const mixed = look.fills.length > 1;
    if (mixed)
      this.pen.rect(
        { x: left - 3, y: box.y + 3, width: room + 4, height: box.height - 6 },
        { fill: colour('surface') },
      );
    const fill = colour(mixed ? 'ink' : onFill(look.fills[0]!));
    const twoLines = box.height >= 2.5 * this.px && look.detail !== '';
    const title = fitText(look.title, room, this.px);
    this.pen.text(title, left, twoLines ? middle - this.px * 0.62 : middle, {
      fill,
      px: this.px,
      bold: placed.item.kind !== 'operator',
    });
    if (twoLines)
      this.pen.text(fitText(look.detail, room, this.px), left, middle + this.px * 0.62, {
        fill,
        px: this.px,
      });
  }

  private outlines(index: number, box: Box): void {
    const { scene, palette } = this;
    const around = (away: number): Box => ({
      x: box.x - away,
      y: box.y - away,
      width: box.width + 2 * away,
      height: box.height + 2 * away,
    });
    if (scene.found.has(index))
      this.pen.rect(around(3), { stroke: palette.colour('ink'), lineWidth: 2, dash: [5, 3], radius: 5 });
    if (scene.hovered === index)
      this.pen.rect(around(1), { stroke: palette.colour('ink'), lineWidth: 1.5, radius: 4 });
    if (scene.selected === index)
      this.pen.rect(around(3), { stroke: palette.colour('focus'), lineWidth: 3, radius: 6 });
  }

  tags(): void {
    for (const tag of this.scene.layout.tags) if (this.inSight(tag)) this.tag(tag);
  }

  private tag(tag: Tag): void {
    const lines = this.scene.looks.tags[tag.net]!;
    const box = this.toScreen(tag);
    const { colour } = this.palette;
    const pitch = this.px * 1.3;
    const shown =
      box.height >= 3 * pitch ? lines : box.height >= pitch && box.width >= 70 ? lines.slice(1, 2) : [];
    if (shown.length === 0) {
      // Too small for words: a mark that stays in sight.
      const from = this.scene.layout.items[this.scene.layout.nets[tag.net]!.from]!;
      const at = this.toScreen({ x: from.x + from.width, y: from.y + from.height / 2, width: 0, height: 0 });
      this.pen.rect(
        { x: at.x - 4, y: at.y - 8, width: 8, height: 16 },
        { fill: hatched, stroke: colour('ink'), lineWidth: 1.5 },
      );
      return;
    }
    const top = box.y + (box.height - shown.length * pitch) / 2;
    this.pen.rect(
      { x: box.x, y: top - 2, width: box.width, height: shown.length * pitch + 4 },
      { fill: colour('surface'), stroke: colour('transfer'), radius: 4 },
    );
    shown.forEach((line, index) =>
      this.pen.text(fitText(line, box.width - 10, this.px), box.x + 5, top + (index + 0.5) * pitch, {
        fill: colour('ink'),
        px: this.px,
        bold: line === lines[1],
      }),
    );
  }

  private inSight({ x, y, width, height }: Box): boolean {
    const { seen } = this;
    return (
      x <= seen.x + seen.width && x + width >= seen.x && y <= seen.y + seen.height && y + height >= seen.y
    );
  }

  private toScreen({ x, y, width, height }: Box): Box {
    const { k } = this.camera;
    return { x: x * k + this.camera.x, y: y * k + this.camera.y, width: width * k, height: height * k };
  }
}

function onFill(fill: string): string {
  return fill === 'end' || fill === 'cannot' ? 'ink' : `on-${fill}`;
}
