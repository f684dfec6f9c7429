/** The GPU of this browser as far as measuring needs it. Only what is used of WebGPU is described: TypeScript has no types. */
import { adapterFacts, type KnownAdapter } from '../core/profile/adapterFacts';
import { err, ok, type Result } from '../core/result';
import type { ProfileFailure } from '../protocol/profilerApi';
import type { GpuQueue, UploadedBuffer } from './createOrtEngine';
import { DeviceLost } from './engine';

export type NoGpu = Extract<ProfileFailure, { kind: 'no-gpu' }>;

export interface Device {
  readonly features: ReadonlySet<string>;
  readonly queue: { onSubmittedWorkDone(): Promise<undefined> };
  createBuffer(options: {
    readonly size: number;
    readonly usage: number;
    readonly mappedAtCreation: true;
  }): GpuBuffer;
  readonly lost: Promise<{ readonly reason?: string; readonly message: string }>;
}

interface GpuBuffer {
  readonly size: number;
  readonly mapState: 'unmapped' | 'pending' | 'mapped';
  getMappedRange(): ArrayBuffer;
  unmap(): void;
  destroy(): void;
}

/** GPUBufferUsage: STORAGE, COPY_SRC, COPY_DST. */
const tensorUsage = 0x80 | 0x4 | 0x8;
/** The runtime's own buffers are multiples of this many bytes. */
const bufferStep = 16;

export interface NavigatorWithGpu {
  readonly gpu?: {
    requestAdapter(options: { readonly powerPreference: 'high-performance' }): Promise<KnownAdapter | null>;
  };
}

/** The adapter that the runtime will ask for too; a failure where there is none. */
export async function findAdapter({ gpu }: NavigatorWithGpu): Promise<Result<KnownAdapter, NoGpu>> {
  if (gpu === undefined)
    return err({
      kind: 'no-gpu',
      reason: 'no-webgpu',
      message: 'this browser offers no WebGPU to this page',
    });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  return adapter === null
    ? err({
        kind: 'no-gpu',
        reason: 'no-adapter',
        message: 'the browser has WebGPU but found no GPU it can use',
      })
    : ok(adapter);
}

/**
 * The queue of the device that the runtime makes with its first session.
 *
 * @param device - the runtime's device; asked for once, when it is first needed
 */
export function createGpuQueue(adapter: KnownAdapter, device: () => Promise<Device>): GpuQueue {
  let made: Promise<Device> | null = null;
  let lost: Promise<never> | null = null;
  let features = adapter.features;
  const watch = async (): Promise<Device> => {
    const found = await device();
    features = found.features;
    lost = found.lost.then(({ message, reason }) => {
      throw new DeviceLost(message || `the browser took the GPU away (${reason ?? 'no reason given'})`);
    });
    // Whoever waits is told; while nobody does, it is no unhandled rejection.
    lost.catch(() => undefined);
    return found;
  };
  return {
    adapter: () => adapterFacts(adapter, features),
    done: async () => {
      await (await (made ??= watch())).queue.onSubmittedWorkDone();
    },
    upload: async (data): Promise<UploadedBuffer> => {
      const size = Math.ceil(Math.max(1, data.length) / bufferStep) * bufferStep;
      const found = await (made ??= watch());
      const buffer = found.createBuffer({ size, usage: tensorUsage, mappedAtCreation: true });
      new Uint8Array(buffer.getMappedRange()).set(data);
      buffer.unmap();
      return { buffer, destroy: () => buffer.destroy() };
    },
    orLost: async (work) => {
      const result = await (lost === null ? work : Promise.race([work, lost]));
      // The first thing that is done is making a session; the device is there when it is over.
      if (made === null) await (made = watch());
      return result;
    },
  };
}
