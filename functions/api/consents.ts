// What a person wishes about mail, with what proves it; and a wish that was told elsewhere, written down.
import * as z from 'zod';
import { legalBasis, lineStatuses, purposes } from '../../workflows/model/consent-record.ts';
import { line, lines } from '../../workflows/model/text.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { topicId } from '../../workflows/model/topic.ts';
import { readConsents, toldOf } from '../use-cases/read-consents.ts';
import { recordConsent } from '../use-cases/record-consent.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown, wishStatus } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listing, listingOf, portion } from './portion.ts';

const day = 86_400_000;

/** A day, or a moment with its zone: when it begins and when it ends, in milliseconds. */
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'a day such as 2026-03-14, or a moment such as 2026-03-14T10:30:00Z',
  })
  .transform((text) => {
    const begins = Date.parse(text);
    return { begins, ends: text.includes('T') ? begins : begins + day - 1 };
  });

const stated = z.strictObject({
  status: z.enum(['subscribed', 'unsubscribed']),
  topics: z.optional(z.array(topicId).min(1).max(30)),
  /** How: "phone", "paper", "counter". */
  method: line(100),
  /** Where it was given, and where what proves it is kept. */
  source: line(500),
  at: moment,
  wording: z.optional(lines(2_000)),
  version: z.optional(line(100)),
  language: z.optional(line(35)),
  page: z.optional(z.url().max(2_000)),
  policy_url: z.optional(z.url().max(2_000)),
  legal_basis: z.optional(legalBasis),
  /** When it ends by itself. */
  expires_at: z.optional(moment),
  /** The person is asked by mail to confirm it. */
  double_opt_in: z.optional(z.literal(true)),
});

/** Of a day a yes counts from its beginning, and a no to its end: what else was said on it outweighs no refusal. */
function givenOf(
  { method, source, at, expires_at, ...said }: z.output<typeof stated>,
  now: Instant,
) {
  const isYes = said.status === 'subscribed';
  return {
    ...said,
    at: isYes ? at.begins : Math.max(at.begins, Math.min(at.ends, now)),
    ...(expires_at && { expires_at: expires_at.begins }),
    method: isYes ? 'manual_add' : 'manual_remove',
    detail: `${method}: ${source}`,
  };
}

const text = z.optional(z.string());

/** What proves a wish, as far as anybody kept it. */
const proof = {
  legal_basis: z.optional(legalBasis),
  method_detail: text,
  source_url: text,
  form: text,
  wording: text,
  wording_version: text,
  language: text,
  policy_url: text,
  ip: text,
  user_agent: text,
  message: text,
  double_opt_in: z.optional(
    z.looseObject({ requested_at: z.int(), confirmed_at: z.optional(z.int()), confirm_ip: text }),
  ),
};

export const consentRecord = z.looseObject({
  id: z.string(),
  contact: z.string(),
  channel: z.literal('email'),
  purpose: z.enum(purposes),
  topic: z.optional(z.string()),
  status: z.union([wishStatus, z.enum(lineStatuses)]),
  method: z.string(),
  occurred_at: z.int(),
  recorded_at: z.int(),
  expires_at: z.optional(z.int()),
  actor: z.string(),
  ...proof,
});

const place = z.tuple([z.int(), z.string()]);

export const consents = [
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/consents',
    role: 'viewer',
    summary:
      'Every change of what a person wishes about mail, with what proves it, the newest first',
    query: portion(place),
    answer: listingOf(consentRecord),
    run: async ({ consentLedger, keyHash, ...ports }, { path, query: { limit, next } }) => {
      const found = await contactOf(ports, path.id);
      const after = next && { recorded_at: next[0], id: next[1] };
      const items = await readConsents(consentLedger, found, { limit, after });
      const hash = await keyHash();
      const told = items.map((one) => toldOf(one, hash));
      return listing(told, limit, (last) => [last.recorded_at, last.id]);
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/contacts/{id}/consents',
    role: 'marketer',
    summary: 'Writes down a wish that was told elsewhere, with how, where and when',
    headers: idempotency,
    body: stated,
    answer: contact,
    audited: false,
    run: async (ports, { path, body, headers, actor }) => {
      const found = await contactOf(ports, path.id);
      const signature = { id: keyOf(headers), by: actor.name };
      return shown(await recordConsent(ports, found, givenOf(body, ports.now()), signature));
    },
  }),
];
