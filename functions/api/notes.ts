// Notes about a contact, which people of the team write for one another: rows of its timeline, erased with it.
import * as z from 'zod';
import { lines } from '../../workflows/model/text.ts';
import { applyAll } from '../use-cases/change-contact.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';

export const notes = [
  endpoint({
    method: 'POST',
    path: '/api/contacts/{id}/notes',
    role: 'sales',
    summary: 'Adds a note to the timeline of a contact',
    headers: idempotency,
    body: z.strictObject({
      text: lines(2_000).refine((text) => text.trim() !== '', 'says nothing'),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    run: async (ports, { path, body: { text }, headers, actor }) => {
      const { id: contact } = await contactOf(ports, path.id);
      const id = keyOf(headers);
      const cause = { kind: 'note', id, at: ports.now(), text, by: actor.name } as const;
      await applyAll(ports, [{ contact, cause }]);
      return { id };
    },
  }),
];
