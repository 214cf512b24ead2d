// The page behind the link of a mail that asks whether somebody wants their data, or to be erased: only who reads that mail
// can say yes, by one button. Data is handed over at once; erasing is kept for those who may erase.
import type { Contact } from '../../workflows/model/contact.ts';
import type { ConfirmLink } from '../channels/email/link-token.ts';
import { isExpired } from '../channels/email/link-token.ts';
import { pageHeaders } from '../channels/email/page.ts';
import type { HttpResponse } from '../lambda.ts';
import { keepRequests } from '../use-cases/keep-requests.ts';
import { personData, timelinePart } from '../use-cases/person-data.ts';
import type { Asked } from './confirm.ts';
import { button, deedIn, form } from './form.ts';
import type { PagePorts } from './ports.ts';
import { choicesOf } from './unsubscribe.ts';
import { answer, say, type Visit, type Voice, voiceFor, wrongLink } from './visit.ts';

export async function showRequest(ports: PagePorts, asked: Asked): Promise<HttpResponse> {
  const { visit, voice, link, contact } = asked;
  const { purpose } = link;
  if (isExpired(link, ports.now())) return showLate(asked);
  const isConfirmed = visit.isPost && deedIn(visit).deed === purpose;
  if (!isConfirmed) return askOnce(voice, purpose);
  if (purpose === 'data') return download(ports, contact);
  const request = {
    id: `erase/${link.message}`,
    ask: 'erase',
    of: { contact: contact.id },
  } as const;
  const told = { source: 'preference_page', receivedAt: ports.now(), besides: {} };
  await keepRequests(ports, [{ ...request, raw: '' }], told);
  return forgotten(voice);
}

/** Of somebody who was erased an erasure is done, and everything else leads nowhere. */
export const showGone = (visit: Visit, { purpose }: ConfirmLink): HttpResponse =>
  purpose === 'erasure' ? forgotten(voiceFor(visit)) : wrongLink(visit);

const forgotten = (voice: Voice): HttpResponse =>
  answer(voice, { title: 'forgottenTitle', body: `<p>${say(voice, 'forgottenText')}</p>` });

function showLate({ visit, voice, link }: Asked): HttpResponse {
  const go = `<a class="go" href="${choicesOf(visit, voice, link)}">${say(voice, 'lateButton')}</a>`;
  return answer(voice, {
    title: 'lateTitle',
    body: `<p>${say(voice, 'lateText')}</p>\n<p>${go}</p>`,
  });
}

function askOnce(voice: Voice, purpose: ConfirmLink['purpose']): HttpResponse {
  const isData = purpose === 'data';
  const yes = button(say(voice, isData ? 'fetchButton' : 'forgetButton'));
  const body = [
    `<p>${say(voice, isData ? 'fetchText' : 'forgetText')}</p>`,
    form(voice, purpose, yes),
    ...(isData ? [] : [`<p class="quiet">${say(voice, 'forgetNot')}</p>`]),
  ];
  return answer(voice, { title: isData ? 'fetchTitle' : 'forgetTitle', body: body.join('\n') });
}

/** An answer of a function holds six megabytes. */
const mostRows = 4_000_000;

/** The same as the API gives, in one file. `more` says that the oldest of a very long timeline are to be asked for. */
async function download(ports: PagePorts, contact: Contact): Promise<HttpResponse> {
  const first = await timelinePart(ports, contact);
  const timeline = [...first.rows];
  let { after } = first;
  while (after && JSON.stringify(timeline).length < mostRows) {
    const part = await timelinePart(ports, contact, after);
    timeline.push(...part.rows);
    after = part.after;
  }
  const all = { ...(await personData(ports, contact)), timeline, ...(after && { more: true }) };
  const headers = {
    ...pageHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
  };
  return { statusCode: 200, headers, body: JSON.stringify(all, undefined, 2) };
}
