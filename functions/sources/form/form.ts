// Plain HTML forms: POST /f/{writeKey} or /f/{writeKey}/{form name}, with no script and no library.
// Tells a bot the same as a person, and a person never whether an address is already known.

import { Refused } from '../../errors.ts';
import { type HttpResponse, json } from '../../lambda.ts';
import { phoneOf } from '../../phone.ts';
import { cleanText } from '../clean.ts';
import type { FindHook } from '../hook/hook.ts';
import type { Incoming } from '../incoming.ts';
import type { Delivery, Source } from '../source.ts';
import { type Answers, lastOf } from './answers.ts';
import { readFields } from './fields.ts';
import { leadOf } from './lead.ts';
import { isMultipart, readMultipart } from './multipart.ts';
import { page } from './page.ts';
import { bareAddress, originOf, pageOf, redirectTarget } from './redirect.ts';
import { type FormSettings, settingsOf } from './settings.ts';
import { createSpamFilter } from './spam.ts';

const kind = 'form';
const path = /^\/f\/([^/]+)(?:\/([^/]+))?\/?$/;

/** Forms whose settings are found by their name. */
export function createForm(find: FindHook): Source {
  const spamIn = createSpamFilter();
  const read = async (request: Incoming): Promise<Delivery> => {
    const [, key = '', named] = path.exec(request.path) ?? [];
    const writeKey = decoded(key);
    const name = named === undefined ? undefined : cleanText(decoded(named)).slice(0, 100);
    const answers = isMultipart(request) ? await readMultipart(request) : readFields(request);
    const settings = await settingsOf(find, name);
    refuseStrangePages(request, settings);
    const besides = { ...(name && { form: name }), ...pageIn(request) };
    const common = {
      sender: { kind, writeKey },
      answer: thanks(request, answers, settings),
      besides,
    };
    const spam = spamIn(answers, settings, request.receivedAt);
    if (spam !== undefined)
      return { ...common, events: [], rejected: [{ reason: spam, raw: JSON.stringify(answers) }] };
    const { receivedAt } = request;
    const lead = leadOf(answers, {
      ...{ writeKey, form: name, receivedAt, ip: request.ip },
      ...pageIn(request),
      agent: request.headers['user-agent'],
      phoneOf: (text) => phoneOf(text, settings.phone_country),
    });
    return { ...common, events: [lead], rejected: [] };
  };
  return {
    ...{ name: kind, path, read, refuse },
    named: async (request) => ({ kind, writeKey: path.exec(request.path)?.[1] }),
  };
}

function pageIn(request: Incoming): { readonly page?: string } {
  const page = bareAddress(pageOf(request));
  return page === undefined ? {} : { page };
}

function refuseStrangePages(request: Incoming, { origins }: FormSettings): void {
  const from = originOf(request);
  if (origins.length > 0 && (from === undefined || !origins.includes(from)))
    throw new Refused(403, 'This form belongs to another site.', { reason: 'strange origin' });
}

function thanks(request: Incoming, answers: Answers, { redirect_to }: FormSettings): HttpResponse {
  if (wantsJson(request)) return json(200, { ok: true });
  const wish = lastOf(answers._next) ?? lastOf(answers._redirect);
  const location = redirectTarget(request, wish, redirect_to);
  if (location !== undefined) return { statusCode: 303, headers: { location }, body: '' };
  return page(200, {
    title: 'Thank you',
    text: 'We have received what you sent.',
    back: pageOf(request),
  });
}

const refuse = (request: Incoming, status: number, message: string): HttpResponse =>
  wantsJson(request)
    ? json(status, { ok: false, errors: [message] })
    : page(status, { title: 'That did not work', text: message, back: pageOf(request) });

/** JSON when Accept names it before HTML; a script that posts JSON need not ask for it. */
function wantsJson({ headers }: Incoming): boolean {
  const accept = headers.accept ?? '';
  const [asJson, asHtml] = [accept.indexOf('application/json'), accept.indexOf('text/html')];
  if (asJson >= 0) return asHtml < 0 || asJson < asHtml;
  return asHtml < 0 && (headers['content-type'] ?? '').includes('application/json');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new Refused(400, 'The address of the form is not valid.', { cause });
  }
}
