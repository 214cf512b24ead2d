// Learning: what an event says of the person: attributes and consent.
import { budget } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Event, Fields } from '../model/event.ts';
import { change, type Draft, note } from './draft.ts';

export function learn(draft: Draft, event: Event): Draft {
  return learnConsent(learnTraits(draft, event), event);
}

/** Newer traits replace; older ones, arriving late, only fill gaps. */
function learnTraits(draft: Draft, event: Event): Draft {
  const news = traitsOf(event);
  if (Object.keys(news).length === 0) return draft;
  const { traits, traitsAt } = draft.contact;
  const isNewer = event.timestamp >= traitsAt;
  const merged = isNewer ? { ...traits, ...news } : { ...news, ...traits };
  if (JSON.stringify(merged).length > budget.traits) {
    const because = `attributes would exceed ${budget.traits} characters`;
    return note(draft, { kind: 'attributes_refused', because });
  }
  return change(draft, { traits: merged, traitsAt: Math.max(event.timestamp, traitsAt) });
}

function traitsOf({ traits = {}, email }: Event): Fields {
  return email !== undefined && traits.email === undefined
    ? { ...traits, email }
    : (traits as Fields);
}

/** The newest wish counts, in the order in which it was made; of two in the same moment, the no. */
function learnConsent(draft: Draft, { consent, timestamp }: Event): Draft {
  const known: Contact['consent'] = draft.contact.consent;
  const outdated = (known?.at ?? 0) + (known?.status === 'unsubscribed' ? 1 : 0);
  if (!consent || timestamp < outdated) return draft;
  const changed = change(draft, { consent: { ...consent, at: timestamp } });
  const { status, method } = consent;
  return status === known?.status
    ? changed
    : note(changed, { kind: 'consent_changed', status, method });
}
