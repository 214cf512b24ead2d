// The links of a mail to our own pages: to leave, to choose, and to confirm what was asked for in somebody's name.
import { type Contact, emailOf } from '../../workflows/model/contact.ts';
import type { Message } from '../../workflows/model/message.ts';
import {
  addressMark,
  type ConfirmLink,
  type MailLink,
  signLink,
} from '../channels/email/link-token.ts';
import type { RenderData } from '../channels/email/render.ts';
import type { Now, Settings } from '../ports.ts';

interface Sender {
  readonly settings: Settings;
  readonly publicUrl: string;
  readonly now: Now;
}

interface Addressed {
  readonly message: Message;
  readonly contact: Pick<Contact, 'traits'>;
}

type Links = Pick<RenderData, 'unsubscribeUrl' | 'preferencesUrl' | 'confirmUrl'>;

/** Only marketing has something to leave, and only mail that advertises nothing may ask to confirm. */
export function linksFor(
  sender: Sender,
  { message, contact: person }: Addressed,
): Links & { readonly unsubscribeUrl: string } {
  const key = newestKey(sender.settings);
  const { contact, id, campaign, topic, kind } = message;
  const mailed = { contact, message: id };
  const url = (path: string, link: MailLink) =>
    `${sender.publicUrl}/${path}/${signLink(link, key)}`;
  const about = topic === undefined ? {} : { topic };
  const confirm = {
    ...{ purpose: purposeOf(message), ...mailed },
    ...{ addressed: addressMark(emailOf(person) ?? '', key), sentAt: sender.now() },
  } as const;
  return {
    unsubscribeUrl: url('u', { purpose: 'unsubscribe', ...mailed, campaign, ...about }),
    preferencesUrl: url('p', { purpose: 'preferences', ...mailed }),
    ...(kind === 'transactional' && { confirmUrl: url('confirm', confirm) }),
  };
}

/** What the event asked for that the mail answers. */
export function purposeOf({ event: { request } }: Message): ConfirmLink['purpose'] {
  return request === 'data' || request === 'erasure' ? request : 'confirm';
}

export function newestKey({ signingKeys: [key] }: Settings): string {
  if (key === undefined) throw new Error('There is no signing key: run the setup function once');
  return key;
}
