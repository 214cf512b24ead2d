// Unsubscribe: the page behind the link in a mail, and the one-click POST of mailbox providers (RFC 8058). Reading the page
// changes nothing: scanners follow every link in a mail.
import type { Shown } from '../../workflows/model/cause.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { languageOf } from '../../workflows/model/language.ts';
import { type Topic, topicName, topicOf } from '../../workflows/model/topic.ts';
import { readLink, signLink, type UnsubscribeLink } from '../channels/email/link-token.ts';
import type { HttpResponse } from '../lambda.ts';
import { applyAll } from '../use-cases/change-contact.ts';
import { newestKey } from '../use-cases/mail-links.ts';
import { findContact } from '../use-cases/read-timeline.ts';
import { button, deedIn, form } from './form.ts';
import type { PagePorts } from './ports.ts';
import { textsVersion } from './texts.ts';
import { answer, say, tell, type Visit, type Voice, voiceFor, wrongLink } from './visit.ts';

export const showUnsubscribe =
  (ports: PagePorts) =>
  async (visit: Visit): Promise<HttpResponse> => {
    const link = readLink('unsubscribe', visit.token, visit.settings.signingKeys);
    if (!link) return wrongLink(visit);
    if (!visit.isPost || !isOneClick(visit.body)) return showPage(ports, visit, link);
    // The words and the button are the provider's, which does not tell them; so are the address and the agent.
    await leave(ports, link, { method: 'one_click_unsubscribe', page: '/u', ...visit.from });
    return { statusCode: 200, body: '' };
  };

async function showPage(
  ports: PagePorts,
  visit: Visit,
  link: UnsubscribeLink,
): Promise<HttpResponse> {
  const [contact, topic] = await Promise.all([
    findContact(ports, link.contact),
    topicIn(ports, link),
  ]);
  const view = { visit, voice: voiceOf(visit, contact), link };
  if (!visit.isPost) return askToLeave(view, topic);
  // Pages of before had one button, which said nothing: it was for all.
  const { deed } = deedIn(visit);
  const left = deed === 'topic' ? topic : undefined;
  const words = left || deed === 'all' ? wordsOf(view.voice, left) : {};
  const shown = { page: '/u', ...visit.from, ...words };
  await leave(ports, { ...link, topic: left?.id }, { method: 'preference_page', ...shown });
  return sayLeft(view, left);
}

const voiceOf = (visit: Visit, contact: Contact | undefined): Voice =>
  voiceFor(visit, contact && languageOf(contact.traits));

/** A mailbox provider acting for the reader, as a form or as multipart. */
export function isOneClick(body: string): boolean {
  return /List-Unsubscribe/i.test(body) && /One-Click/i.test(body);
}

async function topicIn({ books }: PagePorts, link: UnsubscribeLink): Promise<Topic | undefined> {
  if (link.topic === undefined) return undefined;
  const { workspace } = await books.open();
  return topicOf(workspace.topics, link.topic);
}

type Left = Pick<UnsubscribeLink, 'contact' | 'message'> & { readonly topic?: string | undefined };

interface Said extends Shown {
  readonly method: 'one_click_unsubscribe' | 'preference_page';
}

async function leave(
  ports: PagePorts,
  { contact, message, topic }: Left,
  shown: Said,
): Promise<void> {
  const said = { ...shown, kind: 'unsubscribe', id: message, at: ports.now(), message } as const;
  const cause = { ...said, ...(topic !== undefined && { topic }) };
  await applyAll(ports, [{ contact, cause }]);
}

/** What the page says to whoever presses the button, as the ledger keeps it. */
function wordsOf(voice: Voice, topic: Topic | undefined): Shown {
  const { language } = voice;
  const label = topic
    ? tell(voice, 'leaveTopic', { topic: topicName(topic, language) })
    : tell(voice, 'leaveAll');
  return { wording: `${tell(voice, 'leaveText')} [${label}]`, version: textsVersion, language };
}

interface View {
  readonly visit: Visit;
  readonly voice: Voice;
  readonly link: UnsubscribeLink;
}

function askToLeave({ voice, ...view }: View, topic: Topic | undefined): HttpResponse {
  const named = topic && { topic: topicName(topic, voice.language) };
  const ofTopic = named ? [form(voice, 'topic', button(say(voice, 'leaveTopic', named)))] : [];
  const look = named ? 'plain' : 'first';
  const body = [
    `<p>${say(voice, 'leaveText')}</p>`,
    ...ofTopic,
    form(voice, 'all', button(say(voice, 'leaveAll'), look)),
    `<p class="quiet">${say(voice, 'leaveNothing')}<br>${choose({ voice, ...view }, 'leaveChoose')}</p>`,
  ];
  return answer(voice, { title: 'leaveTitle', body: body.join('\n') });
}

function sayLeft(view: View, topic: Topic | undefined): HttpResponse {
  const { voice } = view;
  const text = topic
    ? say(voice, 'leftTopicText', { topic: topicName(topic, voice.language) })
    : say(voice, 'leftText');
  const body = `<p>${text}</p>\n<p class="quiet">${choose(view, 'leftUndo')}</p>`;
  return answer(voice, { title: 'leftTitle', body });
}

function choose({ visit, voice, link }: View, text: 'leaveChoose' | 'leftUndo'): string {
  return `<a href="${choicesOf(visit, voice, link)}">${say(voice, text)}</a>`;
}

/** Where the same person chooses, from any of our pages. */
export function choicesOf(
  { settings }: Visit,
  { language }: Voice,
  { contact, message }: Pick<UnsubscribeLink, 'contact' | 'message'>,
): string {
  const token = signLink({ purpose: 'preferences', contact, message }, newestKey(settings));
  return `../p/${token}?lang=${language}`;
}
