// Prepares a message for sending: asks the hard no's once more, and renders the mail for its contact.
import { hardNo } from '../../workflows/engine/gate.ts';
import { zoneOf } from '../../workflows/model/calendar-zone.ts';
import { type Contact, emailOf, newContact, wasErased } from '../../workflows/model/contact.ts';
import { languageOf } from '../../workflows/model/language.ts';
import type { Message } from '../../workflows/model/message.ts';
import { isBlank } from '../../workflows/model/text.ts';
import { sendable } from '../channels/email/address.ts';
import { automaticHeaders } from '../channels/email/automatic-headers.ts';
import { marketingHeaders } from '../channels/email/marketing-headers.ts';
import { compose, type Mailbox } from '../channels/email/mime.ts';
import { RenderError, render } from '../channels/email/render.ts';
import { type Tracker, trackerOf } from '../channels/email/tracked-links.ts';
import { log } from '../log.ts';
import type {
  Contacts,
  Hash,
  Now,
  PublishedTemplate,
  Settings,
  StoredContact,
  Templates,
} from '../ports.ts';
import type { Askings } from '../sending-ports.ts';
import { notToAsk } from './check-asking.ts';
import { loadLiving } from './follow.ts';
import { trackedByDefault } from './judge-hit.ts';
import { linksFor, newestKey } from './mail-links.ts';

export type Prepared =
  | { readonly kind: 'ready'; readonly message: Message; readonly to: string; readonly raw: Buffer }
  | { readonly kind: 'withheld'; readonly message: Message; readonly reason: string };

export interface Sender {
  readonly templates: Templates;
  readonly askings: Askings;
  readonly hash: Hash;
  readonly settings: Settings;
  /** The verified address that mail is from. */
  readonly from: string;
  readonly publicUrl: string;
  readonly now: Now;
}

/**
 * Prepares the messages of a parcel. One that throws is left out, so that it holds up none of the others. A read
 * that lags behind must not withhold: whoever would get nothing is read again.
 */
export async function prepareAll(
  sender: Sender & { readonly contacts: Contacts },
  messages: readonly Message[],
): Promise<Prepared[]> {
  const attempt = async (some: readonly Message[], consistent: boolean) => {
    const ids = [...new Set(some.map(({ contact }) => contact))];
    const contacts = await loadLiving(sender.contacts, ids, { consistent });
    const tried = some.map((one) => tryPrepare(sender, one, contacts.get(one.contact)));
    return (await Promise.all(tried)).filter((one) => one !== undefined);
  };
  const { ready = [], withheld = [] } = Object.groupBy(
    await attempt(messages, false),
    ({ kind }) => kind,
  );
  if (withheld.length === 0) return ready;
  return [
    ...ready,
    ...(await attempt(
      withheld.map(({ message }) => message),
      true,
    )),
  ];
}

async function tryPrepare(...[sender, message, stored]: Parameters<typeof prepare>) {
  try {
    return await prepare(sender, message, stored);
  } catch (error) {
    log.error('message not prepared', { id: message.id, error });
    return undefined;
  }
}

async function prepare(
  sender: Sender,
  message: Message,
  stored: StoredContact | undefined,
): Promise<Prepared> {
  const contact = stored?.contact ?? newContact(message.contact);
  if (wasErased(contact, message.requestedAt)) return withhold(message, 'erased');
  const refusal = hardNo(contact, message, sender.now());
  if (refusal) return withhold(message, refusal);
  const address = sendable(emailOf(contact) ?? '');
  if ('refused' in address) return withhold(message, `unsupported_address: ${address.refused}`);
  const template = await sender.templates.get(message.campaign, message.version, message.template);
  return finish(sender, { message, template, contact, to: address.address });
}

async function finish(sender: Sender, letter: Letter): Promise<Prepared> {
  const { message, to } = letter;
  try {
    const raw = write(sender, letter);
    const reason = await notToAsk(sender, letter);
    return reason ? withhold(message, reason) : { kind: 'ready', message, to, raw };
  } catch (error) {
    if (error instanceof RenderError) return withhold(message, `template_skip: ${error.message}`);
    throw error;
  }
}

const withhold = (message: Message, reason: string): Prepared => ({
  kind: 'withheld',
  message,
  reason,
});

interface Letter {
  readonly message: Message;
  readonly template: PublishedTemplate;
  readonly contact: Contact;
  readonly to: string;
}

/** The law asks for it, whatever a template says of values that are missing. */
const noAddress = 'the workspace has no postal address, without which no marketing goes out';

/** The finished mail. Throws RenderError when the template has a hole for this contact. */
function write(sender: Sender, letter: Letter): Buffer {
  const { message, template, to } = letter;
  const person = letter.contact.traits;
  const { id, campaign, event } = message;
  const isMarketing = message.kind === 'marketing';
  if (isMarketing && isBlank(sender.settings.organization.address))
    throw new RenderError(template.name, noAddress);
  const { unsubscribeUrl, ...links } = linksFor(sender, letter);
  const language = languageOf(person);
  const content = render(template, {
    person,
    event,
    campaign: { id: campaign, name: template.campaignName },
    organization: sender.settings.organization,
    ...links,
    ...(isMarketing ? { unsubscribeUrl } : {}),
    ...(message.offer && { offer: message.offer }),
    ...(language !== undefined && { language }),
    ...{ zone: zoneOf(person, message.zone ?? 'UTC'), now: sender.now() },
    tracker: trackerFor(sender, letter),
  });
  return compose({
    id,
    ...content,
    from: { name: sender.settings.organization.name, address: sender.from },
    to: { address: to },
    ...replyTo(sender.settings),
    date: sender.now(),
    headers: isMarketing
      ? marketingHeaders(unsubscribeUrl, campaign, domainOf(sender.from))
      : automaticHeaders,
  });
}

/** What mail cannot carry is left out: the answer then goes to the sender's own address. */
function replyTo({ organization }: Settings): { readonly replyTo?: Mailbox } {
  const known = sendable(organization.reply_to ?? '');
  return 'refused' in known ? {} : { replyTo: { name: organization.name, address: known.address } };
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** Undefined when the workspace, the template or the contact wants no tracking. */
function trackerFor(
  { settings, publicUrl, now }: Sender,
  { message, template, contact: { untracked } }: Letter,
): Tracker | undefined {
  const isTracked = template.tracked ?? message.kind === 'marketing';
  if (!isTracked || untracked) return undefined;
  const { contact, id, campaign } = message;
  const mail = { contact, message: id, campaign, sentAt: now() };
  const place = { key: newestKey(settings), publicUrl };
  return trackerOf(mail, settings.tracking ?? trackedByDefault, place);
}
