// The page behind the link of a mail that asks to confirm a consent. Reading it confirms nothing: scanners follow links, and
// a button is for people. A link that is too old, or older than the wish that waits, can be asked for anew.
import { askedEnough, pendingAt, pendingIn } from '../../workflows/engine/confirmation.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import { type About, type Contact, emailOf, wishOf } from '../../workflows/model/contact.ts';
import type { ConsentGiven } from '../../workflows/model/event.ts';
import { languageOf } from '../../workflows/model/language.ts';
import { present } from '../../workflows/model/present.ts';
import { topicName, topicOf } from '../../workflows/model/topic.ts';
import {
  type ConfirmLink,
  isAddressed,
  isExpired,
  readConfirmLink,
} from '../channels/email/link-token.ts';
import type { HttpResponse } from '../lambda.ts';
import { applyAll } from '../use-cases/change-contact.ts';
import { confirmConsent, isWished } from '../use-cases/preferences.ts';
import { findContact } from '../use-cases/read-timeline.ts';
import { button, deedIn, form, hidden } from './form.ts';
import { maskAddress } from './mask.ts';
import type { PagePorts } from './ports.ts';
import { showGone, showRequest } from './request.ts';
import { type Texts, textsVersion } from './texts.ts';
import { choicesOf } from './unsubscribe.ts';
import { answer, say, tell, type Visit, type Voice, voiceFor, wrongLink } from './visit.ts';

/** Whoever followed a link that is ours, and still has the address that it was sent to. */
export interface Asked {
  readonly visit: Visit;
  readonly voice: Voice;
  readonly link: ConfirmLink;
  readonly contact: Contact;
  readonly email: string;
}

export const showConfirm =
  (ports: PagePorts) =>
  async (visit: Visit): Promise<HttpResponse> => {
    const link = readConfirmLink(visit.token, visit.settings.signingKeys);
    if (!link) return wrongLink(visit);
    const contact = await findContact(ports, link.contact);
    if (!contact) return showGone(visit, link);
    return show(ports, { visit, link, contact });
  };

function show(ports: PagePorts, found: Pick<Asked, 'visit' | 'link' | 'contact'>) {
  const { visit, link, contact } = found;
  const voice = voiceFor(visit, languageOf(contact.traits));
  const email = emailOf(contact);
  if (email === undefined || !isAddressed(link, email, visit.settings.signingKeys))
    return plainly(voice, 'changedTitle', 'changedText');
  const asked = { ...found, voice, email };
  return link.purpose === 'confirm' ? confirm(ports, asked) : showRequest(ports, asked);
}

const plainly = (voice: Voice, title: keyof Texts, text: keyof Texts, below = ''): HttpResponse =>
  answer(voice, { title, body: `<p>${say(voice, text)}</p>\n${below}` });

async function confirm(ports: PagePorts, asked: Asked): Promise<HttpResponse> {
  const { visit, voice, link, contact, email } = asked;
  const choose = `<p class="quiet"><a href="${choicesOf(visit, voice, link)}">${say(voice, 'confirmedChoose')}</a></p>`;
  if (pendingIn(contact).length === 0)
    return isWished(contact)
      ? plainly(voice, 'alreadyTitle', 'alreadyText', choose)
      : plainly(voice, 'nothingTitle', 'nothingText', choose);
  if (isExpired(link, ports.now())) return offerAnew(ports, asked, 'expired');
  const abouts = pendingAt(contact, link.sentAt).map((about) => about ?? '*');
  if (abouts.length === 0) return offerAnew(ports, asked, 'later');
  if (!isPressed(visit, abouts)) return askToConfirm(ports, asked, abouts);
  const sentTo = addressHash(ports.hash, email);
  const said = await wordsFor(ports, asked, abouts);
  const shown = { page: '/confirm', version: textsVersion, language: voice.language };
  const followed = {
    ...{ contact: contact.id, message: link.message, addressHash: sentTo },
    ...{ sentAt: link.sentAt, abouts },
    ...{ ...shown, ...visit.from, wording: said },
  };
  const now = await confirmConsent(ports, followed);
  return now === 'confirmed'
    ? plainly(voice, 'confirmedTitle', 'confirmedText', choose)
    : plainly(voice, 'nothingTitle', 'nothingText', choose);
}

type Abouts = readonly string[];

/** What the page did not name when the button was pressed is shown first. */
function isPressed(visit: Visit, abouts: Abouts): boolean {
  const named = visit.form.get('about')?.split(' ') ?? [];
  const isAsked = visit.isPost && deedIn(visit).deed === 'confirm';
  return isAsked && abouts.every((about) => named.includes(about));
}

/** All that the link confirms, as a list in words: a topic that is gone is named by its id. */
async function topicsFor({ books }: PagePorts, { voice }: Asked, abouts: Abouts): Promise<string> {
  const { workspace } = await books.open();
  const nameOf = (id: string): string => {
    if (id === '*') return tell(voice, 'allTitle');
    const topic = topicOf(workspace.topics, id);
    return topic ? topicName(topic, voice.language) : id;
  };
  return new Intl.ListFormat(voice.language).format(abouts.map(nameOf));
}

/** What the page says to whoever presses the button, as the ledger keeps it. */
async function wordsFor(ports: PagePorts, asked: Asked, abouts: Abouts): Promise<string> {
  const { voice, email } = asked;
  return [
    tell(voice, 'confirmText', { address: maskAddress(email) }),
    tell(voice, 'confirmAbout', { topics: await topicsFor(ports, asked, abouts) }),
    `[${tell(voice, 'confirmButton')}]`,
  ].join(' ');
}

async function askToConfirm(ports: PagePorts, asked: Asked, abouts: Abouts): Promise<HttpResponse> {
  const { voice, email } = asked;
  const topics = await topicsFor(ports, asked, abouts);
  const body = [
    `<p>${say(voice, 'confirmText', { address: maskAddress(email) })}</p>`,
    `<p>${say(voice, 'confirmAbout', { topics })}</p>`,
    form(voice, 'confirm', hidden('about', abouts.join(' ')) + button(say(voice, 'confirmButton'))),
    `<p class="quiet">${say(voice, 'confirmNot')}</p>`,
  ];
  return answer(voice, { title: 'confirmTitle', body: body.join('\n') });
}

/** 'later': what waits was wished after that mail left, and its own may never have come. */
async function offerAnew(
  ports: PagePorts,
  asked: Asked,
  why: 'expired' | 'later',
): Promise<HttpResponse> {
  const { visit, voice } = asked;
  const { deed, id } = deedIn(visit);
  if (!visit.isPost || deed !== 'again') {
    const again = form(voice, 'again', button(say(voice, 'expiredButton')));
    return plainly(voice, `${why}Title`, `${why}Text`, again);
  }
  const { contact, email } = asked;
  if (askedEnough({ now: ports.now(), hash: ports.hash }, contact, email) !== undefined)
    return plainly(voice, 'waitTitle', 'waitText');
  await askAgain(ports, asked, id);
  return plainly(voice, 'againTitle', 'againText');
}

/** As if the form had been sent once more; how often an address is asked is bounded where it is asked. */
async function askAgain(ports: PagePorts, { contact, link }: Asked, id: string): Promise<void> {
  const at = ports.now();
  const pending = pendingIn(contact);
  const topics = pending.flatMap((about) => about ?? []);
  const wishes = [
    ...(pending.includes(undefined) ? [wishAgain(contact, undefined)] : []),
    ...(topics.length > 0 ? [{ ...wishAgain(contact, topics[0]), topics }] : []),
  ];
  const works = wishes.map((given, index) => ({
    contact: contact.id,
    cause: {
      kind: 'consent',
      id: `${link.message}/${id}/${index}`,
      at,
      given,
      by: 'contact',
    } as const,
  }));
  await applyAll(ports, works);
}

function wishAgain(contact: Contact, about: About): ConsentGiven {
  const { wording, version, page } = about === undefined ? (contact.consent ?? {}) : {};
  const method = wishOf(contact, about)?.method ?? 'form';
  const said = { status: 'subscribed', method, double_opt_in: true } as const;
  return { ...said, ...present({ wording, version, page }) } as ConsentGiven;
}
