// Registering servers that are told of messages: a few, each with secrets of its own. A secret is shown once, when it is
// made; the one before it still signs for a day, so that receivers can learn the new one.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Milliseconds } from '../../workflows/model/time.ts';
import type { Post } from '../channels/webhook/post.ts';
import { Refused } from '../errors.ts';
import type {
  EndpointSecret,
  NoticeType,
  WebhookEndpoint,
  WebhookEndpoints,
} from '../notice-ports.ts';
import type { Now } from '../ports.ts';
import { judge, type Verdict } from './call-verdict.ts';
import { signed } from './call-webhook.ts';
import { bodyOf, secretsAt } from './notice-call.ts';

interface EndpointPorts {
  readonly endpoints: WebhookEndpoints;
  readonly post: Post;
  readonly now: Now;
}

type Registered = Pick<WebhookEndpoint, 'url' | 'events' | 'enabled' | 'include'>;

const named = /^[a-z0-9][a-z0-9-]{0,59}$/;
const most = 10;
const learning: Milliseconds = 24 * 3_600_000;

interface Put {
  readonly endpoint: WebhookEndpoint;
  /** Of one that is new. */
  readonly secret?: string;
}

/** Registers it, or changes it: from then on it is given new patience. Throws Refused(422) when there are too many. */
export async function putEndpoint(
  { endpoints, now }: EndpointPorts,
  id: string,
  given: Registered,
  by: string,
): Promise<Put> {
  if (!named.test(id))
    throw new Refused(422, 'lower-case letters, digits and hyphens, at most 60', { at: 'id' });
  const secret = newSecret();
  let put: Put | undefined;
  await endpoints.change((all) => {
    const known = all.find((one) => one.id === id);
    if (!known && all.length >= most)
      throw new Refused(422, `There are ${most} endpoints already`, { at: 'id' });
    const secrets = known?.secrets ?? [{ secret }];
    const endpoint = { id, ...given, secrets, at: now(), by };
    put = { endpoint, ...(!known && { secret }) };
    return known ? all.map((one) => (one === known ? endpoint : one)) : [...all, endpoint];
  });
  return put as Put;
}

export async function getEndpoint(
  { endpoints }: Pick<EndpointPorts, 'endpoints'>,
  id: string,
): Promise<WebhookEndpoint> {
  return existing(await endpoints.read(), id);
}

export const deleteEndpoint = ({ endpoints }: EndpointPorts, id: string): Promise<void> =>
  endpoints.change((all) => {
    const known = existing(all, id);
    return all.filter((one) => one !== known);
  });

/** Answers the new secret; of those before only the newest stays, for a day. */
export async function rotateSecret(
  { endpoints, now }: EndpointPorts,
  id: string,
): Promise<Required<EndpointSecret>> {
  const secret = newSecret();
  const until = now() + learning;
  await endpoints.change((all) => {
    const known = existing(all, id);
    const before = known.secrets.slice(0, 1).map((one) => ({ ...one, until }));
    return all.map((one) => (one === known ? { ...one, secrets: [{ secret }, ...before] } : one));
  });
  return { secret, until };
}

/** Calls it now, once, about nobody; also one that is switched off. */
export async function testEndpoint(
  { endpoints, post, now }: EndpointPorts,
  id: string,
  event?: NoticeType,
): Promise<Verdict> {
  const endpoint = await getEndpoint({ endpoints }, id);
  const at = now();
  const type = event ?? endpoint.events[0] ?? 'message.delivered';
  const data = { message: 'msg_test', campaign: 'test', template: 'test', test: true };
  const body = bodyOf({ type, at, data }, { id: 'con_test' });
  const letter = { url: endpoint.url, body, secrets: secretsAt(endpoint, at) };
  return judge(await post(signed({ now }, `evt_test_${randomUUID()}`, letter)));
}

function existing(all: readonly WebhookEndpoint[], id: string): WebhookEndpoint {
  const known = all.find((one) => one.id === id);
  if (known) return known;
  throw new Refused(404, `There is no webhook endpoint ${id}`);
}

/** As Standard Webhooks writes them: 24 to 64 random bytes in base64 after "whsec_". */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
