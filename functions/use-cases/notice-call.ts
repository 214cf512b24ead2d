// A notice on its way to an endpoint: what it says, and what its answer means for the endpoint. One that takes nothing for
// five days, or says that it is gone, is switched off, and its owner is told so by the API.
import { type Contact, emailOf, wasErased } from '../../workflows/model/contact.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { callAttention, log } from '../log.ts';
import type { Notice, WebhookEndpoint, WebhookEndpoints } from '../notice-ports.ts';
import type { Contacts, Now } from '../ports.ts';
import { gone, type Letter, type Skipped, type Verdict } from './call-verdict.ts';

export interface NoticePorts {
  readonly contacts: Pick<Contacts, 'load'>;
  readonly endpoints: WebhookEndpoints;
  readonly now: Now;
}

const patience: Milliseconds = 5 * 24 * 3_600_000;

/** The endpoint as it is by now: who has moved or was switched off meanwhile is called no more at the old place. */
export async function noticeLetter(
  { contacts, endpoints, now }: NoticePorts,
  notice: Notice,
): Promise<Letter | Skipped> {
  const endpoint = (await endpoints.get()).find(({ id }) => id === notice.endpoint);
  if (!endpoint?.enabled) return { skipped: 'the endpoint is switched off' };
  const contact = await livingOf(contacts, notice.contact);
  if (!contact || wasErased(contact, notice.at)) return { skipped: 'no such contact' };
  const email = endpoint.include.includes('email') ? emailOf(contact) : undefined;
  return {
    url: endpoint.url,
    body: bodyOf(notice, { id: notice.contact, ...(email !== undefined && { email }) }),
    secrets: secretsAt(endpoint, now()),
  };
}

/** Whom it turned out to be, by its id alone: the engine that joins contacts is not carried here. */
async function livingOf(
  { load }: NoticePorts['contacts'],
  id: string,
): Promise<Contact | undefined> {
  const contact = (await load([id], { consistent: false })).get(id)?.contact;
  return contact?.mergedInto === undefined ? contact : livingOf({ load }, contact.mergedInto);
}

interface Person {
  readonly id: string;
  readonly email?: string;
}

export const bodyOf = ({ type, at, data }: Pick<Notice, 'type' | 'at' | 'data'>, contact: Person) =>
  JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: { contact, ...data } });

export const secretsAt = ({ secrets }: WebhookEndpoint, now: Instant): string[] =>
  secrets.filter(({ until = Number.POSITIVE_INFINITY }) => until > now).map(({ secret }) => secret);

/** Writes only where something has changed: at the first failure, at the last, and when all is well again. */
export async function tellEndpoint(
  { endpoints, now }: NoticePorts,
  { endpoint: id }: Notice,
  verdict: Verdict,
): Promise<void> {
  if (verdict.state === 'skipped') return;
  const known = (await endpoints.get()).find((one) => one.id === id);
  if (known && next(known, verdict, now()) === known) return;
  let after: WebhookEndpoint | undefined;
  await endpoints.change((all) => {
    const before = all.find((one) => one.id === id);
    after = before && next(before, verdict, now());
    return after === before ? undefined : all.map((one) => (one.id === id && after) || one);
  });
  if (after?.disabled === undefined) return;
  log.error('webhook endpoint switched off', { endpoint: id, because: after.disabled.because });
  callAttention();
}

/** The very same when nothing has changed. */
function next(known: WebhookEndpoint, verdict: Verdict, now: Instant): WebhookEndpoint {
  if (!known.enabled) return known;
  const { failing, ...well } = known;
  if (verdict.state === 'delivered') return failing ? well : known;
  const failed = failedAgain(failing, verdict, now);
  const over = whyOver(failed, verdict, now);
  if (over !== undefined)
    return { ...well, failing: failed, enabled: false, disabled: { at: now, because: over } };
  const isSame = failing?.lost === failed.lost && failing.because === failed.because;
  return isSame ? known : { ...well, failing: failed };
}

type Failing = NonNullable<WebhookEndpoint['failing']>;

const failedAgain = (
  failing: Failing | undefined,
  { state, status, because = `it answered ${status}` }: Verdict,
  now: Instant,
): Failing => ({
  since: failing?.since ?? now,
  because,
  lost: (failing?.lost ?? 0) + (state === 'failed' ? 1 : 0),
});

function whyOver({ since, because }: Failing, { status }: Verdict, now: Instant) {
  if (status === gone) return 'it answered 410: gone';
  return now - since >= patience ? `nothing was taken for five days: ${because}` : undefined;
}
