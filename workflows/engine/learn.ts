// Learning: what an event says of the person: attributes and consent.
import { type Mistyped, refusedWords, typed } from '../model/attribute-type.ts';
import { budget } from '../model/budget.ts';
import { isZone } from '../model/calendar-zone.ts';
import type { Event, Fields } from '../model/event.ts';
import { fits, squeeze } from '../model/room.ts';
import { exceptAccount } from './accounts.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { type ConsentWorld, hearConsent } from './hear-consent.ts';

type Declared = Pick<World, 'attributes'>;

export function learn(world: Declared & ConsentWorld, draft: Draft, event: Event): Draft {
  return learnConsent(world, learnSeen(learnTraits(world, draft, event), event), event);
}

/** Newer traits replace; older ones, arriving late, only fill gaps. What exceeds the budget is left out, the address last. */
function learnTraits({ attributes }: Declared, draft: Draft, event: Event): Draft {
  const { fields: news, refused } = typed(traitsOf(event), attributes);
  const { draft: told, fields } = exceptAccount(noteMistyped(draft, refused), news);
  return Object.keys(fields).length === 0 ? told : learnTyped(told, event, fields);
}

/** What is of another type than its attribute is left out, and counted. */
export function noteMistyped(draft: Draft, refused: readonly Mistyped[]): Draft {
  if (refused.length === 0) return draft;
  const mistyped = refused.map(({ name }) => name);
  return note(draft, { kind: 'attributes_refused', because: refusedWords(refused), mistyped });
}

function learnTyped(draft: Draft, event: Event, news: Fields): Draft {
  const { traits, traitsAt } = draft.contact;
  const isNewer = event.timestamp >= traitsAt;
  const merged = isNewer ? { ...traits, ...news } : { ...news, ...traits };
  const fitted = fits(merged) ? merged : squeeze(traits, isNewer ? news : { ...news, ...traits });
  const refused = Object.keys(news).filter((name) => fitted[name] !== merged[name]);
  const learned = change(draft, { traits: fitted, traitsAt: Math.max(event.timestamp, traitsAt) });
  if (refused.length === 0) return learned;
  const because = `attributes would exceed ${budget.traits} characters: ${refused.join(', ')}`;
  return note(learned, { kind: 'attributes_refused', because: because.slice(0, 500) });
}

function traitsOf({ traits = {}, email }: Event): Fields {
  return email !== undefined && traits.email === undefined
    ? { ...traits, email }
    : (traits as Fields);
}

/** Where the person was last, and in which language: traits that what was said of the person wins over. */
function learnSeen(draft: Draft, { seen = {}, timestamp, receivedAt }: Event): Draft {
  const { traits, seenAt = 0 } = draft.contact;
  const at = Math.min(timestamp, receivedAt);
  const { timezone, locale } = seen;
  const isKnown = timezone === traits.last_timezone || isZone(timezone ?? '');
  const news = {
    ...(timezone !== undefined && isKnown && { last_timezone: timezone }),
    ...(locale !== undefined && { last_locale: locale }),
  };
  const merged = { ...traits, ...news };
  // A courtesy of the device: where there is no room for it, nobody needs to be told.
  if (Object.keys(news).length === 0 || at < seenAt || !fits(merged)) return draft;
  return change(draft, { traits: merged, seenAt: at });
}

function learnConsent(world: ConsentWorld, draft: Draft, event: Event): Draft {
  const { id, consent: given, timestamp, source: actor, hops = 0, properties = {} } = event;
  if (!given) return draft;
  const { form } = properties;
  const at = Math.min(given.at ?? timestamp, timestamp);
  const told = { id, given, at, actor, hops, ...(typeof form === 'string' && { form }) };
  return hearConsent(world, draft, told);
}
