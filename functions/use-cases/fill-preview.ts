// What a preview fills a template with: a contact as it is, an event that it has had or that somebody makes up, an offer
// of the catalog. Refuses what is not there, with its place.
import * as z from 'zod';
import { zoneOf } from '../../workflows/model/calendar-zone.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import { languageOf } from '../../workflows/model/language.ts';
import { offerId } from '../../workflows/model/offer.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';
import { endOf } from '../../workflows/offers/grants.ts';
import { shown } from '../../workflows/offers/shown.ts';
import type { BookKeeping } from '../book-ports.ts';
import type { RenderData } from '../channels/email/render.ts';
import { Refused } from '../errors.ts';
import type { Catalogs } from '../offer-ports.ts';
import type { Contacts, Identities, Now, SettingsStore, Timeline } from '../ports.ts';
import { sampleOffer } from './check-templates.ts';
import { listPast } from './past-rows.ts';
import { findContact } from './read-timeline.ts';

export interface FillPorts {
  readonly contacts: Contacts;
  readonly identities: Identities;
  readonly timeline: Pick<Timeline, 'list'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly catalog: Pick<Catalogs, 'read'>;
  readonly book: Pick<BookKeeping, 'read'>;
  readonly publicUrl: string;
  readonly now: Now;
}

const properties = z.record(z.string(), z.json());

export const filling = {
  /** Its id or a key; somebody of whom nothing is known, when absent. */
  contact: z.optional(z.string().min(1).max(300)),
  /** With these properties, or with those that the contact's last one of that name had. */
  event: z.optional(
    z.strictObject({
      name: z.optional(z.string().min(1).max(300)),
      properties: z.optional(properties),
    }),
  ),
  /** The contact's own when absent. */
  language: z.optional(z.string().min(1).max(60)),
  /** The id of one in the catalog, or what a mail may show of one; a sample when absent. */
  offer: z.optional(z.union([offerId, properties])),
};

const shape = z.strictObject(filling);
type Filling = Readonly<z.output<typeof shape>>;

/** Throws Refused(422) for a contact, an event or an offer that is not there. */
export async function fill(
  ports: FillPorts,
  { kind, offer: isOffered }: Pick<CompiledTemplate, 'kind' | 'offer'>,
  wanted: Filling,
): Promise<RenderData> {
  const contact = await contactOf(ports, wanted.contact);
  const traits = contact?.traits ?? {};
  const language = wanted.language ?? languageOf(traits);
  // One after the other: where one is refused, nothing else is on its way.
  const event = await eventOf(ports, contact, wanted.event);
  const asked = wanted.offer ?? (isOffered ? sampleOffer : undefined);
  const offer = await offerOf(ports, asked as string | Fields | undefined);
  const [{ organization }, { workspace }] = await Promise.all([
    ports.settings.get(),
    ports.book.read(),
  ]);
  return {
    person: traits,
    ...{ event, organization },
    ...(offer && { offer }),
    campaign: { id: 'preview', name: 'Preview' },
    // They lead nowhere: nobody unsubscribes anybody by a preview.
    ...(kind === 'marketing' && { unsubscribeUrl: `${ports.publicUrl}/u/preview` }),
    preferencesUrl: `${ports.publicUrl}/p/preview`,
    confirmUrl: `${ports.publicUrl}/confirm/preview`,
    ...(language !== undefined && { language }),
    ...{ zone: zoneOf(traits, workspace.zone), now: ports.now() },
  };
}

const notThere = (what: string, at: string) => new Refused(422, `There is no such ${what}`, { at });

async function contactOf(ports: FillPorts, wanted?: string): Promise<Contact | undefined> {
  if (wanted === undefined) return undefined;
  const found = await findContact(ports, wanted);
  if (!found) throw notThere('contact', 'contact');
  return found;
}

/** So far back a contact's last event of a name is looked for, in rows of its timeline. */
const farBack = 500;

async function eventOf(
  { timeline }: Pick<FillPorts, 'timeline'>,
  contact: Contact | undefined,
  event: Filling['event'] = {},
): Promise<Fields> {
  if (event.properties) return event.properties as Fields;
  if (event.name === undefined) return {};
  const rows = contact ? await listPast(timeline, contact, farBack) : [];
  const found = rows.find(({ kind, about }) => kind === 'event' && about.name === event.name);
  if (!found) throw notThere('event of this contact; give its properties instead', 'event.name');
  return (found.about.properties ?? {}) as Fields;
}

async function offerOf(
  { catalog, now }: Pick<FillPorts, 'catalog' | 'now'>,
  wanted: string | Fields | undefined,
): Promise<Fields | undefined> {
  if (typeof wanted !== 'string') return wanted;
  const known = await catalog.read();
  const offer = known.offers.get(wanted);
  if (!offer) throw notThere('offer', 'offer');
  const until = endOf(offer, now());
  return shown(known, offer, {
    until,
    ...(offer.product !== undefined && { product: offer.product }),
  });
}
