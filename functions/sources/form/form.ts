// Plain HTML forms: POST /f/{writeKey} or /f/{writeKey}/{form name}, with no script and no library.
// Tells a bot the same as a person, and a person never whether an address is already known.

import { Refused } from '../../errors.ts';
import { type HttpResponse, json } from '../../lambda.ts';
import { cleanText } from '../clean.ts';
import type { Incoming } from '../incoming.ts';
import type { Delivery, Source } from '../source.ts';
import { type Answers, lastOf } from './answers.ts';
import { readFields } from './fields.ts';
import { honeypot, leadOf } from './lead.ts';
import { page } from './page.ts';
import { pageOf, redirectTarget } from './redirect.ts';

const path = /^\/f\/([^/]+)(?:\/([^/]+))?\/?$/;

async function read(request: Incoming): Promise<Delivery> {
  const [, key = '', named] = path.exec(request.path) ?? [];
  const writeKey = decoded(key);
  const name = named === undefined ? undefined : cleanText(decoded(named)).slice(0, 100);
  const answers = await readFields(request);
  const sender = { kind: form.name, writeKey };
  const common = { sender, answer: thanks(request, answers) };
  const spam = honeypot(answers);
  if (spam !== undefined) {
    const raw = JSON.stringify(answers);
    const rejected = [{ reason: `Spam: ${spam} is filled in`, raw }];
    return { ...common, events: [], rejected, besides: { ...(name && { form: name }) } };
  }
  const lead = leadOf(answers, {
    writeKey,
    form: name,
    receivedAt: request.receivedAt,
  });
  return { ...common, events: [lead], rejected: [] };
}

function thanks(request: Incoming, answers: Answers): HttpResponse {
  if (wantsJson(request)) return json(200, { ok: true });
  const wish = lastOf(answers._next) ?? lastOf(answers._redirect);
  const location = redirectTarget(request, wish);
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

export const form: Source = { name: 'form', path, read, refuse };
