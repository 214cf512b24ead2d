// What a request tells of who asks for a pixel or a link: a person's browser, or a machine. Only the signs are kept, neither
// the user agent nor an address.
import { isbot } from 'isbot';
import type { DoorSign } from '../tracking-ports.ts';

interface Asked {
  readonly kind: 'open' | 'click' | 'trap';
  readonly method: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Apple's Mail Privacy Protection fetches every picture of every mail under this name and no more. */
const privacyProxy = 'Mozilla/5.0';

/** These fetch a picture when a person opens the mail, under a name of their own. */
const readersProxy = /GoogleImageProxy|YahooMailProxy/i;

/** Scanners of mail that isbot takes for browsers. */
const scanner = /barracuda|proofpoint|mimecast|forcepoint|safelinks|trendmicro|symantec/i;

export function doorSigns({ kind, method, headers }: Asked): DoorSign[] {
  const agent = headers['user-agent'] ?? '';
  if (method === 'HEAD') return ['head'];
  if (kind === 'open' && readersProxy.test(agent)) return [];
  if (kind === 'open' && agent === privacyProxy) return ['privacy_proxy'];
  const signs: Record<Exclude<DoorSign, 'head' | 'privacy_proxy'>, boolean> = {
    prefetch: isPrefetch(headers),
    bot: isBot(agent),
    no_language: !headers['accept-language'],
  };
  return Object.entries(signs).flatMap(([sign, isSo]) => (isSo ? [sign as DoorSign] : []));
}

const isBot = (agent: string): boolean => agent === '' || isbot(agent) || scanner.test(agent);

/** Browsers say so when they fetch what nobody has asked for yet. */
const isPrefetch = (headers: Asked['headers']): boolean =>
  /prefetch|preview/i.test(`${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`);
