import type { NodeKind } from '../../network/types';
import type { Architecture } from '../../scenario/types';

export interface PublishedLatency {
  readonly architecture: Architecture;
  /** Input size the figure was published for [px]. */
  readonly inputPx: number;
  /** Whole model, batch 1 [ms]. */
  readonly ms: number;
}

/** Electrical power of a device [W]. What is counted for work is load - idle; see `core/energy`. */
interface DevicePower {
  /** null: no idle figure is published; then the whole load counts as work, an overestimate. */
  readonly idleW: number | null;
  readonly loadW: number;
  /** Where the figures come from, and what they stand for. */
  readonly citation: string;
  readonly confidence: 'high' | 'medium';
}

export interface Device {
  /** Stable: it stands in documents and links. */
  readonly id: string;
  readonly name: string;
  /** What ran the model: library, backend, threads. */
  readonly runtime: string;
  readonly latencies: readonly PublishedLatency[];
  /** Where the latencies come from. */
  readonly citation: string;
  readonly confidence: 'high' | 'medium';
  /** What to know before trusting the row; empty when nothing. */
  readonly note: string;
  /** true: every operator is launched on its own, so the launch floor applies. */
  readonly eager: boolean;
  /** Memory for weights [MB]; null: no single published figure, no limit is assumed. */
  readonly memoryMB: number | null;
  /** What the memory figure is, and where it comes from. */
  readonly memoryNote: string;
  /** null: no figure that we could check. */
  readonly power: DevicePower | null;
  /** Kinds of node it is a plausible choice for; a hint for menus, not a rule. */
  readonly suggestedKinds: readonly NodeKind[];
  /** Memory bandwidth [GB/s]; it bounds blocks with many bytes and few operations. Theoretical unless noted. */
  readonly bandwidthGBps: number;
  /** Peak fp32 rate [GFLOP/s]; used where the launches hide the real rate (eager rows), else only for information. */
  readonly peakGflops: number | null;
}

/** Columns of the published tables. ncnn's AlexNet takes 227 px, everything else 224 px. */
interface Columns {
  readonly mobileNetV2?: number;
  readonly resNet18?: number;
  readonly resNet50?: number;
  readonly alexNet?: number;
  readonly vgg11?: number;
  readonly vgg16?: number;
}

/** Rows of a device from the columns of a published table. */
export function published(columns: Columns): readonly PublishedLatency[] {
  const rows: readonly (readonly [Architecture, number, number | undefined])[] = [
    ['mobilenet-v2', 224, columns.mobileNetV2],
    ['resnet-18', 224, columns.resNet18],
    ['resnet-50', 224, columns.resNet50],
    ['alexnet', 227, columns.alexNet],
    ['vgg-11', 224, columns.vgg11],
    ['vgg-16', 224, columns.vgg16],
  ];
  return rows.flatMap(([architecture, inputPx, ms]) =>
    ms === undefined ? [] : [{ architecture, inputPx, ms }],
  );
}
