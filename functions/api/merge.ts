// Merging two contacts that are one person, as somebody says who must know. It cannot be undone.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { applyAll } from '../use-cases/change-contact.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';

const body = z.strictObject({
  /** Its id, or a key such as "user:42". */
  with: z.string().min(1).max(300),
});

export const merge = [
  endpoint({
    method: 'POST',
    path: '/api/contacts/{id}/merge',
    role: 'marketer',
    summary: 'Makes one contact of two; both ids lead to it from then on, and it cannot be undone',
    body,
    answer: contact,
    run: async (ports, { path, body: { with: other }, actor }) => {
      const [one, same] = [await contactOf(ports, path.id), await contactOf(ports, other)];
      const because = `${actor.name} said so`;
      // What is due is done on the way: that is all an alarm says.
      const cause = { kind: 'alarm', due: ports.now(), revision: 0 } as const;
      await applyAll(ports, [{ contact: one.id, cause, joins: [{ contact: same.id, because }] }]);
      const [merged, found] = [await contactOf(ports, one.id), await contactOf(ports, same.id)];
      if (merged.id !== found.id)
        throw new Refused(409, 'They have taken in too many others already to become one');
      return shown(merged);
    },
  }),
];
