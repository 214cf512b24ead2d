// A mail that somebody was meant to get, filled again from the very version that asked for it: as it would read now.
// Attributes may have changed since, and an offer is shown as a sample; what was sent is kept nowhere.
import { runnable } from '../../workflows/engine/program.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Publications } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { Templates, TimelineRow } from '../ports.ts';
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
}

/** Throws Refused(404) for a message that the timeline does not tell of, or whose version is gone. */
export async function copyMessage(
  ports: CopyPorts,
  contact: Contact,
  message: string,
): Promise<Copy> {
  const { campaign, step, version, properties } = await askedFor(ports, contact, message);
  const [found] = await ports.publications.read([{ campaign, version }]);
  const asked = found && runnable(found).program.nodes.get(step)?.step;
  const name = asked && 'send' in asked ? asked.send : undefined;
  if (name === undefined) throw new Refused(404, 'The version that asked for it is gone');
  const template = await ports.templates.get(campaign, version, name);
  const event = properties && { event: { properties } };
  const data = await fill(ports, template, { contact: contact.id, ...event } as Filling);
  const { subject, html, text, language, skipped } = fillIn(template, data);
  return {
    template: name,
    version,
    subject,
    html,
    text,
    language,
    ...(skipped !== undefined && { skipped }),
  };
}

type Filling = Parameters<typeof fill>[2];

interface Asked {
  readonly campaign: string;
  readonly enrollment: string;
  readonly step: string;
}

interface Known extends Asked {
  readonly version: number;
  /** Of the event that let them in. */
  readonly properties: Fields | undefined;
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

/** From the row that asked for it back to the one by which they came in, through moves to other versions. */
function knownFrom(rows: readonly TimelineRow[], message: string): Known | undefined {
  const at = rows.findIndex((row) => askedIn(row, message) !== undefined);
  const asked = rows[at] && askedIn(rows[at], message);
  if (!asked) return undefined;
  const before = rows.slice(at);
  const entry = before.find((row) => isEntry(row, asked.enrollment));
  const [version] = before.flatMap((row) => versionIn(row, asked.enrollment) ?? []);
  if (!entry || version === undefined) return undefined;
  return { ...asked, version, properties: entry.about.properties as Fields | undefined };
}

function askedIn({ transitions }: TimelineRow, message: string): Asked | undefined {
  const found = transitions.find((one) => one.kind === 'requested' && one.message === message);
  return found?.kind === 'requested' ? found : undefined;
}

function versionIn({ transitions }: TimelineRow, enrollment: string): number | undefined {
  const found = transitions.findLast(
    (one) => (one.kind === 'entered' || one.kind === 'moved') && one.enrollment === enrollment,
  );
  return found?.kind === 'entered' || found?.kind === 'moved' ? found.version : undefined;
}

const isEntry = ({ transitions }: TimelineRow, enrollment: string): boolean =>
  transitions.some((one) => one.kind === 'entered' && one.enrollment === enrollment);
