// What the pages ask of the world.
import type { Order } from '../../workflows/model/order.ts';
import type { Schedules } from '../job-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { Books, ConsentLedger, Hash, Now } from '../ports.ts';
import type { ApplyCauses } from '../use-cases/apply-causes.ts';
import type { ReadPorts } from '../use-cases/read-timeline.ts';

export interface PagePorts extends ReadPorts {
  readonly books: Books;
  readonly applyCauses: ApplyCauses;
  readonly carryOut: (orders: readonly Order[]) => Promise<void>;
  readonly consentLedger: Pick<ConsentLedger, 'list'>;
  readonly tasks: Pick<Tasks, 'ofContact'>;
  readonly schedules: Pick<Schedules, 'put'>;
  readonly hash: Hash;
  readonly keyHash: () => Promise<Hash>;
  readonly now: Now;
}
