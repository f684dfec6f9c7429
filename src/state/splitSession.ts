/** What one run of a split works with: where the weights come from, and the hosts that hold parts. */
import { partsOf } from '../core/split/executionPlan';
import type { ExecutionPlan } from '../core/split/types';
import type { WirePrecision } from '../core/onnx/cut/shipTensor';
import { profileFor } from '../core/profile/profileFor';
import { err, ok, type Result } from '../core/result';
import type { ModelPart } from '../protocol/modelApi';
import type { ModelSource } from '../protocol/modelFiles';
import type { PartLoad, WireTensor } from '../protocol/partApi';
import type { LinkHost, PartHost } from '../services/splitTypes';
import type { Cancelled, Services } from '../services/types';
import { isMeasured } from './fittingProfile';
import type { LoadedPlan } from './splitExecution';
import { inputNamesOf, resultsOf, type Prepared } from './splitPreparation';
import type { SplitReporting } from './splitReporting';
import type { SplitFailure, SplitRunOptions } from './splitRunTypes';
import type { AppState } from './types';

export interface SplitContext {
  readonly get: () => AppState;
  readonly services: Services;
}
export type SessionFailure = SplitFailure | Cancelled;
export type SessionAnswer<T> = Promise<Result<T, SessionFailure>>;

/** Everything that one run needs, and the hosts that it must end. */
export interface Session {
  readonly signal: AbortSignal;
  readonly context: SplitContext;
  readonly prepared: Prepared;
  readonly options: SplitRunOptions;
  readonly source: ModelSource;
  readonly link: LinkHost;
  readonly reporting: SplitReporting;
  /** Of the workers of this page. */
  readonly engine: Pick<PartLoad, 'backend' | 'threads'>;
  /** Hosts of parts, by where they are and the part's index. */
  readonly hosts: Map<string, PartHost>;
  readonly inputs: readonly WireTensor[];
}

/** Where the weights come from; null where an imported model's files are not on this device. */
export async function sourceOf(
  { get }: SplitContext,
  { workload, scenario }: Prepared,
): Promise<ModelSource | null> {
  if (workload.kind === 'catalogue') {
    return { kind: 'catalogue', workload, seed: scenario.seed, weights: 'seeded' };
  }
  const files = await get().modelFiles(workload);
  return files === null ? null : { kind: 'imported', workload, files };
}

/** One host a part, kept from plan to plan: a fresh one would have to compile the runtime again. */
export function hostOf(session: Session, name: string, isRemote: boolean): Result<PartHost, SessionFailure> {
  const key = `${isRemote ? 'edge' : 'page'} ${name}`;
  const known = session.hosts.get(key);
  if (known !== undefined) return ok(known);
  const { get, services } = session.context;
  const host = isRemote ? get().edgeConnection()?.createHost() : services.splitter.createWorkerHost();
  if (host === undefined) return err({ kind: 'edge-gone' });
  session.hosts.set(key, host);
  return ok(host);
}

/** Every part of the plan in its host; what makes nothing is not loaded. */
export async function loadParts(
  session: Session,
  plan: ExecutionPlan,
  parts: readonly ModelPart[],
  optimisation: PartLoad['optimisation'],
): SessionAnswer<LoadedPlan> {
  const { signal, context, options, prepared, link, reporting } = session;
  const hosts: PartHost[] = [];
  const isRemote = partsOf(plan).map(({ node }) => node === options.edgeNode);
  for (const [index, part] of parts.entries()) {
    const host = hostOf(session, String(index), isRemote[index]!);
    if (!host.ok) return host;
    hosts.push(host.value);
    if (part.outputs.length === 0) continue;
    const engine = isRemote[index]! ? serverEngine(session) : session.engine;
    const loaded = await host.value.load(signal, { part, ...engine, optimisation });
    if (!loaded.ok) return loaded;
    const threads = { asked: engine.threads, given: loaded.value.threads };
    reporting.change(isRemote[index]! ? { edgeThreads: threads } : { pageThreads: threads });
  }
  const { workload } = prepared;
  const rawInputs = inputNamesOf(workload);
  return ok({
    plan,
    parts,
    hosts,
    isRemote,
    link,
    now: () => context.services.splitter.now(),
    precisionOf: (tensor): WirePrecision => (rawInputs.has(tensor) ? workload.rawInput : workload.shipped),
    results: resultsOf(workload),
  });
}

/** The server runs as its node's measurement did, which predicts it; without one as this page does, as far as it can. */
function serverEngine({ engine, prepared, options, context }: Session): Session['engine'] {
  const { scenario } = prepared;
  const node = scenario.nodes.find(({ id }) => id === options.edgeNode);
  const profile = node === undefined ? null : profileFor(scenario, node).profile;
  if (profile !== null && isMeasured(profile)) return { ...engine, threads: profile.source.threads };
  const most = context.get().edgeConnection()?.facts.threads ?? engine.threads;
  return { ...engine, threads: Math.min(engine.threads, most) };
}
