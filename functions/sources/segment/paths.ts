// Every address at which the Segment API and its sibling dialects are spoken, and which call each one is.
// Dittofeed's is under /api/public/apps, Jitsu's under /api/s; the payloads are Segment's.
export type Call = 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias' | 'batch';

const calls: Readonly<Record<string, Call>> = {
  i: 'identify',
  identify: 'identify',
  t: 'track',
  track: 'track',
  p: 'page',
  page: 'page',
  s: 'screen',
  screen: 'screen',
  g: 'group',
  group: 'group',
  a: 'alias',
  alias: 'alias',
  b: 'batch',
  batch: 'batch',
  import: 'batch',
};

/** What stands at the end of an address, one for each call and more. */
export const callNames: readonly string[] = Object.keys(calls);

/** What may stand before it. */
export const callRoots = ['/v1', '/beacon/v1', '/api/public/apps', '/api/s', '/api/s/s2s'] as const;

const callPath = new RegExp(`^(?:${callRoots.join('|')})/(${callNames.join('|')})/?$`);
const settingsPath = /^\/v1\/projects\/([^/]+)\/settings\/?$/;
const rudderPath = /^\/sourceConfig\/?$/;
const libraryPath = /^\/analytics\.js\/v1\/[^/]+\/analytics\.min\.js$/;
const partPath = /^\/analytics-next\/bundles\/([\w.-]+\.js)$/;

export const path = new RegExp(
  [callPath, settingsPath, rudderPath, libraryPath, partPath].map(({ source }) => source).join('|'),
);

/** Undefined where nothing is sent to. */
export const callAt = (at: string): Call | undefined => calls[callPath.exec(at)?.[1] ?? ''];

/** The write key whose settings Segment's library for browsers asks for. */
export const settingsAt = (at: string): string | undefined => settingsPath.exec(at)?.[1];

/** The file of Segment's library for browsers that is asked for. */
export const libraryFileAt = (at: string): string | undefined =>
  libraryPath.test(at) ? 'standalone.js' : partPath.exec(at)?.[1];

export const isRudderConfig = (at: string): boolean => rudderPath.test(at);

/** Its clients were written for an answer without a body. */
export const isDittofeed = (at: string): boolean => at.startsWith('/api/public/apps/');
