// A contact as people read it: all that the engine knows of it, and the score by which sales goes.
import type { Contact } from '../../workflows/model/contact.ts';

/** The attribute that counts for sales. */
const score = 'lead_score';

export const shown = (contact: Contact) => ({
  ...contact,
  score: contact.traits[score] ?? null,
});
