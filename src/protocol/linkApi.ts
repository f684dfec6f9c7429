/** Contract with the worker that stands for the links of an executed split. */
import type { LinkRequest, Shipped } from '../core/split/shapedLink';

export interface LinkApi {
  ship(request: LinkRequest): Promise<Shipped>;
}
