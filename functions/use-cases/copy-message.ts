// A mail that somebody was meant to get, filled again: from the very version that asked for it, as of that moment, with
// the event that let them in and the offer they were given. Only attributes are of today; what was sent is kept nowhere.
import { runnable } from '../../workflows/engine/program.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { shown } from '../../workflows/offers/shown.ts';
import type { Publications } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { PublishedTemplate, Templates, TimelineRow } from '../ports.ts';
import { type FillPorts, fill } from './fill-preview.ts';
import { listPast, type Person } from './past-rows.ts';
import { fillIn } from './preview-template.ts';

interface CopyPorts extends FillPorts {
  readonly publications: Pick<Publications, 'read'>;
  readonly templates: Templates;
}

export interface Copy {
  readonly template: string;
  readonly version: number;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: string;
  /** Why it would not leave now. */
  readonly skipped?: string;
  /** The offer in it is made up: what they were given is not known any more. */
  readonly sampleOffer?: true;
}

/** Throws Refused(404) for a message that the timeline does not tell of, or whose version is gone. */
export async function copyMessage(
  ports: CopyPorts,
  contact: Contact,
  message: string,
): Promise<Copy> {
  const asked = await askedFor(ports, contact, message);
  const template = await templateOf(ports, asked);
  const offer = template.offer ? await offerOf(ports, contact, asked.grant) : undefined;
  const wanted = {
    contact: contact.id,
    ...(asked.properties && { event: { properties: asked.properties } }),
    ...(offer && { offer }),
  } as Filling;
  const data = await fill({ ...ports, now: () => asked.at }, template, wanted);
  const { subject, html, text, language, skipped } = fillIn(template, data);
  return {
    template: template.name,
    version: asked.version,
    subject,
    html,
    text,
    language,
    ...(skipped !== undefined && { skipped }),
    ...(template.offer && !offer && { sampleOffer: true }),
  };
}

async function templateOf(
  { publications, templates }: Pick<CopyPorts, 'publications' | 'templates'>,
  { campaign, version, step }: Known,
): Promise<PublishedTemplate> {
  const [found] = await publications.read([{ campaign, version }]);
  const asked = found && runnable(found).program.nodes.get(step)?.step;
  if (!asked || !('send' in asked)) throw new Refused(404, 'The version that asked for it is gone');
  return templates.get(campaign, version, asked.send);
}

/** As the catalog describes it today; undefined when it is gone from there, or the grant from the contact. */
async function offerOf(
  { catalog }: Pick<CopyPorts, 'catalog'>,
  contact: Contact,
  given: string | undefined,
): Promise<Fields | undefined> {
  const grant = contact.grants?.find(({ id }) => id === given);
  if (!grant) return undefined;
  const known = await catalog.read();
  const offer = known.offers.get(grant.offer);
  return offer && shown(known, offer, grant);
}

type Filling = Parameters<typeof fill>[2];

interface Known {
  readonly campaign: string;
  readonly step: string;
  readonly version: number;
  readonly at: Instant;
  /** Of the event that let them in. */
  readonly properties: Fields | undefined;
  /** The offer that they had been given when it was asked for. */
  readonly grant: string | undefined;
}

const portion = 250;
/** Further back nobody is shown anything. */
const portions = 40;

/** Reads back until the row by which they came in is there. */
async function askedFor(
  { timeline }: Pick<FillPorts, 'timeline'>,
  person: Person,
  message: string,
): Promise<Known> {
  const rows: TimelineRow[] = [];
  for (let count = 0; count < portions; count += 1) {
    const more = await listPast(timeline, person, portion, rows.at(-1));
    rows.push(...more);
    const known = knownFrom(rows, message);
    if (known) return known;
    if (more.length < portion) break;
  }
  throw new Refused(404, 'There is no such message');
}

/** From where it was asked for back to where they came in, through moves to other versions. */
function knownFrom(rows: readonly TimelineRow[], message: string): Known | undefined {
  const newestFirst = rows.flatMap((row) =>
    row.transitions.toReversed().map((one): Told => ({ row, one })),
  );
  const from = newestFirst.findIndex(({ one }) => isAsking(one, message));
  const asked = newestFirst[from];
  if (asked?.one.kind !== 'requested') return undefined;
  const { campaign, enrollment, step } = asked.one;
  const before = newestFirst.slice(from).filter(({ one }) => isInside(one, enrollment));
  const entry = before.find(({ one }) => one.kind === 'entered');
  const [version] = before.flatMap(({ one }) => versionIn(one) ?? []);
  if (!entry || version === undefined) return undefined;
  return {
    ...{ campaign, step, version },
    at: asked.row.at,
    properties: entry.row.about.properties as Fields | undefined,
    grant: before.flatMap(({ one }) => grantIn(one) ?? [])[0],
  };
}

interface Told {
  readonly row: TimelineRow;
  readonly one: Transition;
}

const isAsking = (one: Transition, message: string): boolean =>
  one.kind === 'requested' && one.message === message;

const isInside = (one: Transition, enrollment: string): boolean =>
  'enrollment' in one && one.enrollment === enrollment;

const versionIn = (one: Transition): number | undefined =>
  one.kind === 'entered' || one.kind === 'moved' ? one.version : undefined;

const grantIn = (one: Transition): string | undefined =>
  one.kind === 'acted' ? one.grant : undefined;
