// Webhooks: POST /hooks/{name}. Whoever the name belongs to, one verifier checks the signature before anything is
// read; what a provider then makes of the body is its own affair. Lets nothing unsigned in.
import { Refused } from '../../errors.ts';
import { type HttpResponse, json } from '../../lambda.ts';
import type { HookSource } from '../../source-ports.ts';
import type { Incoming } from '../incoming.ts';
import type { Delivery, Source } from '../source.ts';
import type { Provider } from './provider.ts';
import { validSecrets } from './secrets.ts';
import { type Doubt, verify } from './verify.ts';

/** The source of that name, if there is one. */
export type FindHook = (name: string) => Promise<HookSource | undefined>;

const path = /^\/hooks\/([\w-]{1,64})\/?$/;
const largestBody = 1024 * 1024;

export function hook(find: FindHook, providers: readonly Provider[]): Source {
  const known = async (request: Incoming): Promise<Known | undefined> => {
    const source = await find(path.exec(request.path)?.[1] ?? '');
    const provider = providers.find(({ kind }) => kind === source?.kind);
    return source && provider && { source, provider };
  };

  return {
    name: 'hook',
    path,
    greet: async (request) => {
      const greeting = (await known(request))?.provider.greet?.(request);
      if (greeting) return greeting;
      // Vendors call from servers, so no page of another origin has to be let in.
      return request.method === 'POST' ? undefined : refuse(request, 405, 'Webhooks are POSTed.');
    },
    read: async (request) => {
      const found = await known(request);
      if (!found) throw new Refused(404, 'No source has this address.', { reason: 'unknown name' });
      return deliveryOf(request, found);
    },
    named: async (request) => {
      const found = await known(request);
      return found && { kind: found.source.kind, name: found.source.name };
    },
    refuse,
  };
}

interface Known {
  readonly source: HookSource;
  readonly provider: Provider;
}

function deliveryOf(request: Incoming, { source, provider }: Known): Delivery {
  if (request.body.length > largestBody)
    throw new Refused(413, 'The body is larger than 1 MB.', { reason: 'too large' });
  const doubt = verify(request, provider.scheme, validSecrets(source.secrets, request.receivedAt));
  if (doubt !== undefined) throw new Refused(401, said[doubt], { reason: doubt });
  const { name, kind, settings } = source;
  const { events, rejected, requests } = provider.read({ ...request, name, settings });
  return {
    sender: { kind, name },
    events,
    rejected,
    requests,
    besides: kept(request.headers),
    answer: json(200, { ok: true }),
  };
}

const said: Readonly<Record<Doubt, string>> = {
  'no signature': 'The signature is missing.',
  'wrong signature': 'The signature is not right for any secret of this source.',
  stale: 'The signature is right, but too old or ahead of time.',
};

const refuse = (_: Incoming, status: number, error: string): HttpResponse =>
  json(status, { ok: false, error });

/** What says who it was, or how it came, is of no use to whoever reads it again. */
const passing =
  /authorization|cookie|signature|hmac|^(?:x-forwarded|x-amz|forwarded$|via$|host$|content-length$)/;

const kept = (headers: Incoming['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || passing.test(name) ? [] : [[name, value] as const],
    ),
  );
