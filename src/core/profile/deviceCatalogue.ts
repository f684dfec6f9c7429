/**
 * Devices whose whole-model latency somebody has published: the figures a modelled profile is spread from.
 * Facts typed in from the sources named; one entry per device and runtime.
 */
import { boards } from './devices/boards';
import { computers } from './devices/computers';
import type { Device } from './devices/device';
import { phones } from './devices/phones';
import { servers } from './devices/servers';

export type { Device } from './devices/device';

export const deviceCatalogue: readonly Device[] = [...boards, ...phones, ...computers, ...servers];

const byId: ReadonlyMap<string, Device> = new Map(deviceCatalogue.map((device) => [device.id, device]));

export function findDevice(id: string): Device | undefined {
  return byId.get(id);
}
