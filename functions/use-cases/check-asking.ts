// Mails that ask the owner of a mailbox to confirm: refuses to ask an address that a waiting wish was not asked of, and one
// that was asked enough today, whoever asked and for whichever contact.
import { isAsked, pendingIn } from '../../workflows/engine/confirmation.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import { type Contact, emailOf } from '../../workflows/model/contact.ts';
import type { Message } from '../../workflows/model/message.ts';
import type { Withheld } from '../../workflows/model/transition.ts';
import type { Now, PublishedTemplate } from '../ports.ts';
import type { Askings } from '../sending-ports.ts';
import { purposeOf } from './mail-links.ts';

interface Asking {
  readonly message: Message;
  readonly template: PublishedTemplate;
  readonly contact: Contact;
}

interface AskingPorts {
  readonly askings: Askings;
  readonly hash: (text: string) => string;
  readonly now: Now;
}

/** The same answer for the same message, however often it is asked. Undefined when it may go. */
export async function notToAsk(
  { askings, hash, now }: AskingPorts,
  { message, template, contact }: Asking,
): Promise<Withheld | undefined> {
  if (message.kind !== 'transactional' || !asks(template)) return undefined;
  const purpose = purposeOf(message);
  const asked = addressHash(hash, emailOf(contact) ?? '');
  const isWaiting = purpose === 'confirm' && pendingIn(contact).length > 0;
  if (isWaiting && !isAsked(contact, asked)) return 'not_asked';
  const may = await askings.take({ address: asked, purpose, message: message.id, at: now() });
  return may ? undefined : 'asked_too_often';
}

const asks = ({ variants = {}, ...one }: PublishedTemplate): boolean =>
  [one, ...Object.values(variants)].some(({ html, text }) =>
    `${html} ${text}`.includes('confirm_url'),
  );
