// What a client library says around an event: kept as far as rules, the timeline and a contact's clock can use it.
// Network addresses and what browsers call themselves are personal data that nothing here needs: they are dropped.
import { cleanText, type Fields } from '../clean.ts';
import type { SegmentItem } from './schema.ts';

type Raw = Readonly<Record<string, unknown>>;

const longest = 500;
const mostEntries = 20;
const longestName = 100;
const utm = ['source', 'medium', 'name', 'term', 'content', 'id'];

/** A context is a courtesy of the client library: an odd one does not cost the event. */
export function contextOf({ type, context, integrations, properties }: SegmentItem): Fields {
  const { campaign, page, groupId, consent } = objectIn(context);
  const { url, referrer } = objectIn(page);
  // A page says the same among its properties.
  const isSaid = type === 'page' && typeof properties?.url === 'string';
  return filled({
    campaign: pick(objectIn(campaign), utm, textIn),
    page: isSaid ? {} : filled({ url: withoutQuery(url), referrer: withoutQuery(referrer) }),
    groupId: textIn(groupId),
    consent: filled({ categoryPreferences: flags(objectIn(consent).categoryPreferences) }),
    integrations: refusals(integrations),
  });
}

/** Where the person's device says it is, and in which language. */
export function seenOf({ context }: SegmentItem): { timezone?: string; locale?: string } {
  return pick(objectIn(context), ['timezone', 'locale'], textIn);
}

/** Who it is about, as far as the library knows: RudderStack's says an identify call's own traits only here. */
export const traitsAround = ({ context }: SegmentItem): Raw => objectIn(objectIn(context).traits);

/** What an event may carry in its links, such as a token to log in with, is not ours to keep. */
const withoutQuery = (link: unknown) => textIn(textIn(link)?.split(/[?#]/)[0]);

/** Most senders name their destinations on every event; only that some are not to hear of it says anything. */
function refusals(integrations: unknown): Fields | undefined {
  const wishes = flags(integrations);
  return Object.values(wishes).includes(false) ? wishes : undefined;
}

const flags = (value: unknown) => {
  const all = objectIn(value);
  return pick(all, Object.keys(all).slice(0, mostEntries), (one) =>
    typeof one === 'boolean' ? one : undefined,
  );
};

function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanText(value.slice(0, 4 * longest)).trim() : '';
  return text !== '' && text.length <= longest ? text : undefined;
}

const pick = <T extends string | boolean>(
  from: Raw,
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): Record<string, T> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(from, name) ? read(from[name]) : undefined;
      const key = textIn(name);
      const isName = key !== undefined && key.length <= longestName && key !== '__proto__';
      return value !== undefined && isName ? [[key, value]] : [];
    }),
  );

/** Without what is empty. */
const filled = (fields: Readonly<Record<string, Fields[string] | undefined>>): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
        ? []
        : [[name, value]],
    ),
  );

const objectIn = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
