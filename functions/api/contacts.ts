// Contacts: found by any of their keys, shown with all that is known of them, changed, and told of events.
import * as z from 'zod';
import { changes } from '../../workflows/model/changes.ts';
import { consentGiven, type Fields } from '../../workflows/model/event.ts';
import { Refused } from '../errors.ts';
import { readAddress } from '../sources/address.ts';
import { cleanFields } from '../sources/clean.ts';
import { refuseMistyped, refuseMistypedChanges } from '../use-cases/attributes.ts';
import { editContact, identifyContact, reportEvent } from '../use-cases/change-contact.ts';
import { refuseUnknownLists } from '../use-cases/change-members.ts';
import { keysOf } from '../use-cases/event-keys.ts';
import { readTimeline } from '../use-cases/read-timeline.ts';
import { refuseErased } from '../use-cases/refuse-erased.ts';
import { contactEvent, eventOf } from './contact-event.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listContacts } from './list-contacts.ts';
import { listing, listingOf, portion } from './portion.ts';
import { timelineRow } from './timeline-row.ts';

const key = z.string().min(1).max(200);
const email = z
  .string()
  .refine((text) => readAddress(text) !== undefined, 'an email address')
  .transform((text) => readAddress(text) ?? text);

const person = z
  .strictObject({
    user: z.optional(key),
    email: z.optional(email),
    anonymous: z.optional(key),
    attributes: z.optional(z.record(z.string().min(1).max(100), z.json())),
    consent: z.optional(consentGiven),
    tags: z.optional(z.array(z.string().min(1).max(100)).min(1).max(50)),
    lists: z.optional(z.array(z.string().min(1).max(100)).min(1).max(50)),
  })
  .refine(({ user, email: address, anonymous }) => user ?? address ?? anonymous, {
    error: 'says who it is: user, email or anonymous',
    path: ['user'],
  });

const row = z.tuple([z.int(), z.string(), z.string()]);

export const contacts = [
  listContacts,
  endpoint({
    method: 'POST',
    path: '/api/contacts',
    role: 'marketer',
    summary: 'Makes the contact that the keys lead to, or updates it',
    headers: idempotency,
    body: person,
    answer: contact,
    run: async (ports, { body, headers, actor }) => {
      const { tags, lists, attributes, ...who } = body;
      await refuseUnknownLists(ports, lists ?? [], 'lists');
      const wanted = { ...(tags && { tag: tags }), ...(lists && { join: lists }) };
      const edit = Object.keys(wanted).length > 0 ? wanted : undefined;
      await refuseMistyped(ports, attributes as Fields | undefined, 'attributes');
      if (who.consent?.status !== 'subscribed')
        await refuseErased(ports, keysOf({ id: '', ...who }));
      const known = { ...who, ...(attributes && { traits: cleanFields(attributes) }) };
      const signature = { id: keyOf(headers), by: actor.name };
      return shown(await identifyContact(ports, known, edit, signature));
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}',
    role: 'viewer',
    summary: 'All that is known of a contact, with its segments, lists, score and enrollments',
    answer: contact,
    run: async (ports, { path }) => shown(await contactOf(ports, path.id)),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/contacts/{id}',
    role: 'marketer',
    summary: 'Changes attributes, tags, scores and lists of a contact',
    headers: idempotency,
    body: changes,
    answer: contact,
    run: async (ports, { path, body, headers, actor }) => {
      if (body.set?.email !== undefined || body.unset?.includes('email'))
        throw new Refused(422, 'An address is a key: change it by POST /api/contacts', {
          at: 'set.email',
        });
      await refuseUnknownLists(ports, body.join ?? [], 'join');
      await refuseMistypedChanges(ports, body);
      const { id } = await contactOf(ports, path.id);
      const signature = { id: keyOf(headers), by: actor.name };
      const cleaned = { ...body, ...(body.set && { set: cleanFields(body.set) }) };
      return shown(await editContact(ports, id, cleaned, signature));
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/timeline',
    role: 'viewer',
    summary: 'What happened to a contact and what was decided about it, the newest first',
    query: portion(row, { usual: 200, most: 500 }),
    answer: listingOf(timelineRow),
    run: async (ports, { path, query: { limit, next } }) => {
      const found = await contactOf(ports, path.id);
      const after = next && { at: next[0], kind: next[1] as 'event', id: next[2] };
      const rows = await readTimeline(ports, found, limit, after);
      return listing(rows, limit, (last) => [last.at, last.kind, last.id]);
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/contacts/{id}/events',
    role: 'marketer',
    summary: 'Takes an event of one contact; it reaches campaigns as if a site had sent it',
    headers: idempotency,
    body: contactEvent,
    answer: z.object({ id: z.string() }),
    status: 202,
    audited: false,
    run: async (ports, { path, body, headers }) => {
      const found = await contactOf(ports, path.id);
      const id = keyOf(headers);
      await reportEvent(ports.inbox, eventOf(body, { id, contact: found.id, now: ports.now() }));
      return { id };
    },
  }),
];
