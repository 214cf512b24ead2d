// A local SES that may send from example.com, with everything it accepted and reported.
import { SESClient } from '@aws-sdk/client-ses';
import type { BusEntry } from '../../infra/local/event-bus.ts';
import { createMeter } from '../../infra/local/meter.ts';
import { openOutbox } from '../../infra/local/outbox.ts';
import type { Relay } from '../../infra/local/relay/relay.ts';
import { createSes } from '../../infra/local/services/ses.ts';
import type { SendLimits } from '../../infra/local/services/ses-limits.ts';
import { clientOf } from './local-aws.ts';

export interface SesSettings {
  readonly limits?: SendLimits;
  readonly published?: readonly string[];
  readonly now?: () => number;
  readonly relay?: Pick<Relay, 'send'>;
}

export function localSes({ limits, published, now = Date.now, relay }: SesSettings = {}) {
  const outbox = openOutbox(':memory:');
  const reported: BusEntry[] = [];
  const meter = createMeter();
  const types = new Set(published ?? ['send', 'delivery', 'bounce', 'complaint']);
  const ses = createSes({
    identities: new Map([['example.com', undefined]]),
    configurationSets: new Map([['Mail', types]]),
    outbox,
    report: (entries) => void reported.push(...entries),
    now,
    ...(limits && { limits }),
    relay,
    account: '000000000000',
    arn: (resource) => `arn:aws:ses:us-east-1:000000000000:${resource}`,
    meter,
  });
  const config = clientOf({ ses });
  return { client: new SESClient(config), config, outbox, reported, meter };
}
