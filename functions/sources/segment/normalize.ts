// One Segment item to one event. What its client library says around it comes as the property `context`.
import type { Event } from '../../../workflows/model/event.ts';
import { Refused } from '../../errors.ts';
import { readAddress } from '../address.ts';
import { cleanFields, cleanText, type Fields } from '../clean.ts';
import { fingerprint, minuteOf } from '../fingerprint.ts';
import type { Rejected } from '../source.ts';
import { snakeCased } from '../trait-names.ts';
import { written } from '../written.ts';
import { wrongIn } from '../wrong-in.ts';
import { contextOf, seenOf, traitsAround } from './context.ts';
import { deedTime, statedTime } from './deed-time.ts';
import { type SegmentItem, item as schema } from './schema.ts';

const names = {
  identify: 'Contact Identified',
  page: 'Page Viewed',
  screen: 'Screen Viewed',
  group: 'Group Identified',
  alias: 'Contact Aliased',
} as const;

/** Never throws for what was sent: an item that cannot be an event comes back with the reason. */
export function normalize(raw: unknown, receivedAt: number): Event | Rejected {
  const parsed = schema.safeParse(raw);
  try {
    if (parsed.success) return eventOf(parsed.data, receivedAt);
    throw new Refused(400, `${wrongIn(parsed.error, raw, 'item')}.`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reason: error.message, raw: written(raw) };
  }
}

function eventOf(item: SegmentItem, receivedAt: number): Event {
  const stated = statedTime(item);
  const content = { type: item.type, name: nameOf(item), ...personOf(item), ...fieldsOf(item) };
  const seen = seenOf(item);
  return {
    id: idOf(item, content, stated === undefined ? minuteOf(receivedAt) : String(stated)),
    ...content,
    ...(Object.keys(seen).length > 0 && { seen }),
    timestamp: deedTime(stated, item, receivedAt),
    receivedAt,
    source: 'segment',
  };
}

function nameOf(item: SegmentItem): string {
  if (item.type !== 'track') return names[item.type];
  const name = cleanText(item.event ?? '').trim();
  if (name === '') throw new Refused(400, 'A track call needs an event name.');
  if (name.length > 200) throw new Refused(400, 'The event name is longer than 200 characters.');
  return name;
}

function personOf(item: SegmentItem) {
  const user = identifier(item.userId, 'userId');
  const anonymous = identifier(item.anonymousId, 'anonymousId');
  // A group's traits describe the group: an address there is not the person's.
  const own = item.type === 'group' ? undefined : readAddress(item.traits?.email);
  const email = own ?? readAddress(traitsAround(item).email);
  if (user === undefined && anonymous === undefined && email === undefined)
    throw new Refused(400, 'Nobody to tie it to: no userId, anonymousId or email.');
  return { ...(user && { user }), ...(anonymous && { anonymous }), ...(email && { email }) };
}

function fieldsOf(item: SegmentItem): { traits?: Fields; properties?: Fields } {
  const context = contextOf(item);
  const around = Object.keys(context).length > 0 && { context };
  if (item.type === 'identify')
    return { traits: traitsOf(item), ...(around && { properties: around }) };
  const properties = { ...item.properties, ...present(ownOf(item)) };
  return { properties: { ...around, ...cleanFields(properties) } };
}

/** The fields that one kind of call has beside its properties. */
function ownOf(item: SegmentItem): object {
  switch (item.type) {
    case 'page':
    case 'screen':
      return { name: item.name, category: item.category };
    case 'group':
      return { ...item.traits, groupId: needed(item, 'groupId') };
    case 'alias':
      needed(item, 'userId');
      return { previousId: needed(item, 'previousId') };
    default:
      return {};
  }
}

function needed(item: SegmentItem, field: 'userId' | 'previousId' | 'groupId'): string {
  const text = identifier(item[field], field);
  if (text === undefined) throw new Refused(400, `A call of type ${item.type} needs a ${field}.`);
  return text;
}

/** An address that is none would otherwise be mailed to. */
function traitsOf(item: SegmentItem): Fields {
  const said = { ...traitsAround(item), ...item.traits };
  const { email, ...others } = snakeCased(cleanFields(said));
  const address = readAddress(email);
  return address === undefined ? others : { ...others, email: address };
}

function idOf(item: SegmentItem, content: object, time: string): string {
  const given = cleanText(String(item.messageId ?? '')).trim();
  if (given === '') return fingerprint(JSON.stringify(content), time);
  return given.length > 100 ? fingerprint(given) : given;
}

function identifier(value: string | number | null | undefined, field: string): string | undefined {
  const text = cleanText(String(value ?? '')).trim();
  if (text.length > 200) throw new Refused(400, `${field} is longer than 200 characters.`);
  return text === '' ? undefined : text;
}

const present = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
