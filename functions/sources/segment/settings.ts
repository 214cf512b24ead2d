// What Segment's browser library asks for when it starts. Without `apiKey` in it, the library would send no key at all.
import type { Incoming } from '../incoming.ts';

const everything = { __default: { enabled: true } };

export const settings = (writeKey: string, { headers }: Incoming): unknown => ({
  integrations: {
    'Segment.io': {
      apiKey: writeKey,
      apiHost: `${headers.host ?? ''}/v1`,
      protocol: headers['x-forwarded-proto'] === 'http' ? 'http' : 'https',
    },
  },
  plan: {
    track: { __default: { enabled: true, integrations: {} } },
    identify: everything,
    group: everything,
  },
  analyticsNextEnabled: true,
  metrics: { sampleRate: 0 },
  remotePlugins: [],
  middlewareSettings: {},
  enabledMiddleware: {},
});
