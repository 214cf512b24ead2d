// The Lambda behind the links and the pixel of a mail. It reads the signing keys, and hands on what it has seen.
import type { Construct } from 'constructs';
import type { TrackEnvironment } from '../functions/environment.ts';
import { sendsTo, uses } from './binding.ts';
import type { Surroundings } from './functions.ts';
import { handler } from './handler.ts';

export const tracking = (scope: Construct, { bundles, tables, queues }: Surroundings) => ({
  track: handler<TrackEnvironment>(scope, 'Track', {
    bundle: bundles.track,
    seconds: 5,
    megabytes: 256,
    environment: {
      CORE_TABLE: uses(tables.core, 'GetItem'),
      WORK_TABLE: uses(tables.work, 'UpdateItem'),
      FEEDBACK_QUEUE_URL: sendsTo(queues.feedback),
    },
  }),
});
