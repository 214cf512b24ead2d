// The libraries that sites use, on a page as their documentation puts them there: nothing but the host is ours.
import { min as snippet } from '@segment/snippet';
import { scriptOf } from './site.ts';

interface Place {
  /** Where the libraries ask and send. */
  readonly host: string;
  readonly writeKey: string;
}

/** The head of a page that says `calls`, in which `analytics` is the library. */
export type OnPage = (place: Place, calls: string) => Promise<string>;

export const batching =
  (timeout: number): OnPage =>
  ({ host, writeKey }, calls) => {
    const deliveryStrategy = { strategy: 'batching', config: { size: 10, timeout } };
    const options = { integrations: { 'Segment.io': { deliveryStrategy } } };
    return scriptOf(`
      import { AnalyticsBrowser } from '@segment/analytics-next';
      const settings = ${JSON.stringify({ writeKey, cdnURL: host })};
      const analytics = AnalyticsBrowser.load(settings, ${JSON.stringify(options)});
      ${calls}`);
  };

const rudderFromNpm =
  (options: object): OnPage =>
  ({ host, writeKey }, calls) =>
    scriptOf(`
      import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
      const analytics = new RudderAnalytics();
      const options = ${JSON.stringify({ configUrl: host, logLevel: 'ERROR', ...options })};
      analytics.load(${JSON.stringify(writeKey)}, ${JSON.stringify(host)}, options);
      ${calls}`);

export const withBeacon = rudderFromNpm({
  useBeacon: true,
  beaconQueueOptions: { maxItems: 10, flushQueueInterval: 600_000 },
});

export const browserLibraries: Readonly<Record<string, OnPage>> = {
  // It writes https; one machine has no certificate.
  "Segment's snippet": async ({ host, writeKey }, calls) => {
    const text = snippet({ host: new URL(host).host, apiKey: writeKey, page: false });
    return `<script>${text.replaceAll('https://', 'http://')}</script><script>${calls}</script>`;
  },
  '@segment/analytics-next in batches': batching(500),
  '@rudderstack/analytics-js': rudderFromNpm({}),
};
