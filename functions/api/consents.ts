// What a person wishes about mail, with what proves it; and a wish that was told elsewhere, written down.
import * as z from 'zod';
import { legalBasis, lineStatuses, purposes } from '../../workflows/model/consent-record.ts';
import { line, lines } from '../../workflows/model/text.ts';
import { topicId } from '../../workflows/model/topic.ts';
import { readConsents, toldOf } from '../use-cases/read-consents.ts';
import { recordConsent } from '../use-cases/record-consent.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown, wishStatus } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listing, listingOf, portion } from './portion.ts';

/** A day, or a moment with its zone; in milliseconds. */
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'a day such as 2026-03-14, or a moment such as 2026-03-14T10:30:00Z',
  })
  .transform((text) => Date.parse(text));

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

const givenOf = ({ method, source, ...said }: z.output<typeof stated>) => ({
  ...said,
  method: said.status === 'subscribed' ? 'manual_add' : 'manual_remove',
  detail: `${method}: ${source}`,
});

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
  actor: z.string(),
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
      return shown(await recordConsent(ports, found, givenOf(body), signature));
    },
  }),
];
