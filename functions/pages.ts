// Unsubscribe: the page behind the link in a mail, and the one-click POST of mailbox providers (RFC 8058).
import { createSettings } from './adapters/settings.ts';
import { readLink, type UnsubscribeLink } from './channels/email/link-token.ts';
import { pageHeaders } from './channels/email/page.ts';
import {
  isOneClick,
  unsubscribedPage,
  unsubscribePage,
  wrongLinkPage,
} from './channels/email/unsubscribe-page.ts';
import { contactPorts } from './contact-ports.ts';
import { type ContactEnvironment, pagesEnvironment } from './environment.ts';
import {
  type AwsConfig,
  type HttpRequest,
  type HttpResponse,
  httpHandler,
  lambda,
} from './lambda.ts';
import { now } from './now.ts';
import type { ApplyCauses } from './use-cases/apply-causes.ts';

export const create = (env: ContactEnvironment, aws: AwsConfig) => {
  const { dynamo, applyCauses } = contactPorts(env, aws);
  const settings = createSettings(dynamo, env.CORE_TABLE, now);
  return httpHandler(async (request) => {
    const { organization, signingKeys } = await settings.get();
    const claim = readLink('unsubscribe', request.pathParameters?.token ?? '', signingKeys);
    if (!claim) return page(404, wrongLinkPage(organization.name));
    // Scanners follow every link in a mail: reading the page must change nothing.
    if (request.requestContext.http.method !== 'POST')
      return page(200, unsubscribePage(organization.name));
    const isByProvider = isOneClick(bodyOf(request));
    await unsubscribe(applyCauses, claim, isByProvider);
    return isByProvider
      ? { statusCode: 200, body: '' }
      : page(200, unsubscribedPage(organization.name));
  });
};

async function unsubscribe(
  applyCauses: ApplyCauses,
  { contact, message, topic }: UnsubscribeLink,
  isByProvider: boolean,
): Promise<void> {
  const method = isByProvider ? 'one_click_unsubscribe' : 'preference_page';
  // By one click somebody leaves what the mail is about; the page offers all of it.
  const of = isByProvider && topic !== undefined ? { topic } : {};
  const cause = { kind: 'unsubscribe', id: message, at: now(), method, message, ...of } as const;
  const [failure] = (await applyCauses([{ contact, cause }])).values();
  if (failure) throw failure;
}

const bodyOf = ({ body = '', isBase64Encoded }: HttpRequest): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;

const page = (statusCode: number, body: string): HttpResponse => ({
  statusCode,
  headers: pageHeaders,
  body,
});

export const handler = lambda(pagesEnvironment, create);
