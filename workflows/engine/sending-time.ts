// When a message that may go goes: after quiet hours, within the campaign's window, spread over a time; or not any more.

import { zoneOf } from '../model/calendar-zone.ts';
import type { CampaignDocument } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { nextAllowed, type SendingWindow } from '../model/sending-window.ts';
import { spoken } from '../model/spoken.ts';
import { duration, type Instant, type Milliseconds } from '../model/time.ts';
import type { World } from './draft.ts';
import { draw } from './draw.ts';
import type { Verdict } from './gate.ts';

interface Due {
  readonly campaign: string;
  readonly document: CampaignDocument;
  readonly dueSince: Instant;
}

const expiresUnlessSaid = '72 hours';

/** How long a message may be late. */
export const lifeOf = ({ sending }: CampaignDocument): Milliseconds =>
  duration(sending.expires ?? expiresUnlessSaid);

/** A message that is too old is not sent any more, whatever held it up. */
export function expired({ now }: World, { document, dueSince }: Due): Verdict | undefined {
  const { expires = expiresUnlessSaid } = document.sending;
  if (now <= dueSince + lifeOf(document)) return undefined;
  const because = `was due ${spoken(now - dueSince)} ago, and expires after ${expires}`;
  return { do: 'withhold', reason: 'expired', because };
}

/**
 * Counts from the moment at which the message fell due, and not from when it is asked: however often the same
 * message is judged, it has the same place. Its age begins to count at its own place within the spread.
 */
export function timeToGo(world: World, contact: Contact, due: Due): Verdict {
  const { now } = world;
  const { dueSince, document } = due;
  const rules = rulesOf(world, document);
  const zone = isEmpty(rules) ? 'UTC' : zoneOf(contact.traits, world.workspace.zone);
  const opens = nextAllowed(rules, dueSince, zone);
  if (!opens) return never;
  const place = spread(world, contact, due, opens.at);
  const goes = nextAllowed(rules, Math.max(now, place), zone);
  if (!goes) return never;
  const spreadBy = place - opens.at;
  const late = expired({ ...world, now: now - spreadBy }, due);
  if (late) return late;
  if (goes.at <= now) return { do: 'pass' };
  const because = [goes.because ?? opens.because, spreadBy > 0 && spreadWords(document)]
    .filter(Boolean)
    .join(', ');
  if (expired({ ...world, now: goes.at - spreadBy }, due))
    return { do: 'withhold', reason: 'quiet_hours_expired', because, passesAt: goes.at };
  return { do: 'hold', until: goes.at, because };
}

const never: Verdict = {
  do: 'withhold',
  reason: 'quiet_hours_expired',
  because: 'quiet hours and the window for sending leave no time at all',
};

function rulesOf({ workspace }: World, { sending }: CampaignDocument): SendingWindow {
  const { quietHours } = workspace;
  return {
    ...(quietHours && sending.quietHours !== false && { quietHours }),
    ...(sending.window && { window: sending.window }),
  };
}

const isEmpty = ({ quietHours, window }: SendingWindow) => !quietHours && !window;

/**
 * Every contact has a place of its own in each stretch of the spread's length, and goes at the next one: what falls
 * due at once spreads evenly, and messages one right after the other are not spread anew.
 */
function spread(
  { hash }: World,
  contact: Contact,
  { campaign, document }: Due,
  from: Instant,
): Instant {
  const length = document.sending.spread;
  if (length === undefined) return from;
  const period = duration(length);
  const place = Math.floor((draw(hash, contact.id, `spread/${campaign}`) / 100) * period);
  return from + ((((place - from) % period) + period) % period);
}

const spreadWords = ({ sending }: CampaignDocument) => `spread over ${sending.spread}`;
