// Addresses that must not be mailed: listed with the reason, stopped by hand, and let go again.
import * as z from 'zod';
import { suppressionReasons } from '../../workflows/model/consent.ts';
import { line } from '../../workflows/model/text.ts';
import { readAddress } from '../sources/address.ts';
import { browseContacts } from '../use-cases/browse-contacts.ts';
import { liftSuppression, suppressAddress } from '../use-cases/suppressions.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown, suppression } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listingOf, listRequest, placeAfter, portion } from './portion.ts';
import { scanPlace } from './scan-place.ts';

const asked = z.strictObject({
  /** The one that mail goes to when absent. */
  address: z.optional(z.string().refine((text) => readAddress(text) !== undefined, 'an address')),
  /** Kept in the contact's timeline. */
  because: line(500),
});

/** Kept in the contact's timeline, and not in the audit as well. */
const changing = (
  path: `/api/contacts/{id}/suppressions${'' | '/lift'}`,
  summary: string,
  change: typeof suppressAddress,
) =>
  endpoint({
    ...({ method: 'POST', path, role: 'administrator', summary } as const),
    ...{ headers: idempotency, body: asked, answer: contact, audited: false },
    run: async (ports, { path: { id }, body, headers, actor }) => {
      const found = await contactOf(ports, id);
      const signature = { id: keyOf(headers), by: actor.name };
      return shown(await change(ports, found, body, signature));
    },
  });

export const suppressions = [
  endpoint({
    method: 'GET',
    path: '/api/suppressions',
    role: 'viewer',
    summary: 'Addresses that must not be mailed, and whose they are; of one reason, if asked',
    query: portion(scanPlace).extend({ reason: z.optional(z.enum(suppressionReasons)) }),
    answer: listingOf(suppression.extend({ contact: z.string() })),
    run: async (ports, { query }) => {
      const { reason } = query;
      const wanted = { suppressed: reason ?? ('any' as const) };
      const { contacts: found, cursor } = await browseContacts(ports, wanted, listRequest(query));
      const items = found.flatMap(({ id, suppressions: all }) =>
        all
          .filter((one) => one.reason === (reason ?? one.reason))
          .map((one) => ({ contact: id, ...one })),
      );
      return { items, ...(cursor !== undefined && { next: placeAfter(cursor) }) };
    },
  }),
  changing(
    '/api/contacts/{id}/suppressions',
    'Stops all mail to an address of a contact, receipts too',
    suppressAddress,
  ),
  changing(
    '/api/contacts/{id}/suppressions/lift',
    'Lets an address be mailed again; a complaint is taken back by the person alone',
    liftSuppression,
  ),
];
