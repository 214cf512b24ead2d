// A visit to one of our pages: what was asked for, and in which words to answer. What is posted is read as a browser posts
// it; anything else says nothing.
import type { Shown } from '../../workflows/model/cause.ts';
import { present } from '../../workflows/model/present.ts';
import { page, pageHeaders } from '../channels/email/page.ts';
import { escapeHtml } from '../escape-html.ts';
import type { HttpRequest, HttpResponse } from '../lambda.ts';
import type { Settings } from '../ports.ts';
import { chooseLanguage, directionOf } from './language.ts';
import { type Language, languages, type Texts, textsIn } from './texts.ts';

export interface Visit {
  readonly token: string;
  /** Everything that is no POST is a reading, and changes nothing. */
  readonly isPost: boolean;
  /** Empty where nothing was posted. */
  readonly form: URLSearchParams;
  /** As it was posted, in whatever form. */
  readonly body: string;
  readonly settings: Settings;
  /** Where it comes from, for the ledger. */
  readonly from: Pick<Shown, 'ip' | 'user_agent'>;
  readonly wanted: { readonly asked?: string | undefined; readonly accepted?: string | undefined };
}

/** Our own forms are far smaller. */
const largestBody = 64 * 1024;
const longestAgent = 500;

export function visitOf(request: HttpRequest, settings: Settings): Visit {
  const { isBase64Encoded, headers, rawQueryString } = request;
  const encoded = (request.body ?? '').slice(0, 2 * largestBody);
  const bytes = Buffer.from(encoded, isBase64Encoded ? 'base64' : 'utf8');
  const body = bytes.subarray(0, largestBody).toString();
  return {
    token: request.pathParameters?.token ?? '',
    isPost: request.requestContext.http.method === 'POST',
    form: new URLSearchParams(/^multipart\//i.test(headers['content-type'] ?? '') ? '' : body),
    body,
    settings,
    from: fromOf(request),
    wanted: {
      asked: new URLSearchParams(rawQueryString).get('lang') ?? undefined,
      accepted: headers['accept-language'],
    },
  };
}

function fromOf({ requestContext, headers }: HttpRequest): Visit['from'] {
  const ip = requestContext.http.sourceIp || undefined;
  return present({ ip, user_agent: headers['user-agent']?.slice(0, longestAgent) });
}

/** Words, and how they are laid out. */
export interface Voice {
  readonly language: Language;
  readonly texts: Texts;
  readonly organization: string;
}

/** `spoken` is the language of the contact. */
export function voiceFor({ wanted, settings }: Visit, spoken?: string): Voice {
  const language = chooseLanguage({ ...wanted, spoken });
  return voiceIn(language, settings);
}

export const voiceIn = (language: Language, { organization }: Settings): Voice => ({
  language,
  texts: textsIn[language],
  organization: organization.name,
});

type Values = Readonly<Record<string, string>>;

/** The text with its values, each kept apart from the direction around it. HTML. */
export const say = (
  { texts, organization }: Voice,
  name: keyof Texts,
  values: Values = {},
): string =>
  escapeHtml(texts[name]).replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = escapeHtml({ organization, ...values }[key] ?? '');
    return key === 'organization' ? `<b><bdi>${value}</bdi></b>` : `<bdi>${value}</bdi>`;
  });

/** The same as plain text, as the ledger keeps it. */
export const tell = (
  { texts, organization }: Voice,
  name: keyof Texts,
  values: Values = {},
): string =>
  texts[name].replace(/\{(\w+)\}/g, (_, key: string) => ({ organization, ...values })[key] ?? '');

interface Content {
  readonly status?: number;
  readonly title: keyof Texts;
  /** HTML, below the title. */
  readonly body: string;
  /** Pages with much to choose. */
  readonly isWide?: boolean;
}

export function answer(voice: Voice, { status = 200, title, body, isWide }: Content): HttpResponse {
  const { language, organization, texts } = voice;
  const html = page(
    [texts[title], organization].filter(Boolean).join(' – '),
    `<h1>${say(voice, title)}</h1>\n${body}\n${languageLinks(voice)}`,
    { language, direction: directionOf(language), owner: organization, isWide: isWide ?? false },
  );
  return { statusCode: status, headers: pageHeaders, body: html };
}

/** Reading a page in another language changes nothing. */
function languageLinks({ language, texts }: Voice): string {
  const links = languages.map((one) =>
    one === language
      ? `<li><span lang="${one}" aria-current="true">${textsIn[one].ownName}</span></li>`
      : `<li><a href="?lang=${one}" hreflang="${one}" lang="${one}">${textsIn[one].ownName}</a></li>`,
  );
  return `<nav aria-label="${escapeHtml(texts.readIn)}"><ul>${links.join('')}</ul></nav>`;
}

/** The token is not ours or was cut short: says what to do, and nothing about any person. */
export const wrongLink = (visit: Visit): HttpResponse => {
  const voice = voiceFor(visit);
  const body = `<p>${say(voice, 'wrongLinkText')}</p>`;
  return answer(voice, { status: 404, title: 'wrongLinkTitle', body });
};
