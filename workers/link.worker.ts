import * as Comlink from 'comlink';
import { shipOverLink } from '../src/core/split/shapedLink';
import { buffersOf } from '../src/core/wire/buffersOf';
import type { LinkApi } from '../src/protocol/linkApi';

const clock = {
  now: () => performance.now() / 1e3,
  sleep: (seconds: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, seconds * 1e3);
    }),
};

const api: LinkApi = {
  ship: async (request) => {
    const shipped = await shipOverLink(request, clock);
    return Comlink.transfer(shipped, buffersOf(shipped.tensors));
  },
};

Comlink.expose(api);
