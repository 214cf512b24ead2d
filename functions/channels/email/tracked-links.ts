// Where the tracked links and the pixel of a mail go. Places are found once in a template and marked; in each mail the
// marked addresses are replaced, which costs one pass. Links to our own pages, and those that ask for it, stay as they are.
import { randomBytes } from 'node:crypto';
import { type MailClaim, signMail } from './tracking-token.ts';

/** What a mail is tracked with; what is switched off is absent. */
export interface Tracker {
  /** Undefined for an address that stays as it is. */
  readonly link?: (url: string) => string | undefined;
  /** The address of a link that only machines follow. */
  readonly trap?: string;
  readonly pixel?: string;
}

/** Nobody outside of this process knows them, so that no data can contain them. */
const [mark, end] = ['t', 'e'].map((letter) => `${letter}${randomBytes(12).toString('hex')}`) as [
  string,
  string,
];

const parts =
  /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<(?:a|area|v:[a-z]+)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const address = /(\shref\s*=\s*)("[^"]*"|'[^']*'|(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[^\s"'>])+)/i;
const untracked = /\s(?:data-no-track|ses:no-track)(?=[\s=/>])|\srel\s*=\s*["'][^"']*\bno-track\b/i;
const fromWeb = /^\s*(?:https?:\/\/|\{[{%])/i;
/** Whoever leaves, chooses or confirms is not followed there. */
const ofOurs = /\b(?:unsubscribe|preferences|confirm)_url\b/;

/** Marks the links of a template's HTML, and its end. */
export function markLinks(html: string): string {
  const linked = html.replace(parts, (part) => (part.startsWith('<') ? marked(part) : part));
  const place = /<\/body>(?![\s\S]*<\/body>)/i.exec(linked)?.index ?? linked.length;
  return `${linked.slice(0, place)}${mark}${end}${mark}${linked.slice(place)}`;
}

function marked(tag: string): string {
  if (untracked.test(tag)) return tag;
  return tag.replace(address, (whole: string, before: string, value: string) => {
    const given = /^["']/.exec(value)?.[0];
    const target = given ? value.slice(1, -1) : value;
    const isTracked = fromWeb.test(target) && !ofOurs.test(target);
    const quote = given ?? '"';
    return isTracked ? `${before}${quote}${mark}${target}${mark}${quote}` : whole;
  });
}

/** Replaces what is marked in a mail; without a tracker, takes the marks out. */
export function trackLinks(html: string, tracker: Tracker = {}): string {
  const pieces = html.split(mark);
  for (let at = 1; at < pieces.length; at += 2) pieces[at] = replaced(pieces[at] ?? '', tracker);
  return pieces.join('');
}

function replaced(target: string, tracker: Tracker): string {
  if (target === end) return lastOf(tracker);
  const url = tracker.link && decoded(target).trim();
  return (url && /^https?:\/\//i.test(url) && tracker.link?.(url)) || target;
}

/** Hidden from people, and from those who listen to a mail. */
const hidden =
  'aria-hidden="true" tabindex="-1" rel="nofollow" style="display:none;mso-hide:all;max-height:0;overflow:hidden"';

const lastOf = ({ trap, pixel }: Tracker): string =>
  [
    trap && `<a href="${trap}" ${hidden}></a>`,
    pixel &&
      `<img src="${pixel}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`,
  ].join('');

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** In HTML the ampersands of an address are written as entities, by hand or by the escaping of values. */
function decoded(attribute: string): string {
  if (!attribute.includes('&')) return attribute;
  return attribute.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, entity);
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}

interface Place {
  readonly key: string;
  readonly publicUrl: string;
}

/** Undefined when nothing is tracked. */
export function trackerOf(
  mail: MailClaim,
  { opens, clicks }: { readonly opens: boolean; readonly clicks: boolean },
  { key, publicUrl }: Place,
): Tracker | undefined {
  if (!opens && !clicks) return undefined;
  const signer = signMail(mail, key);
  const link = (url: string) => {
    const token = isPageOfOurs(url, publicUrl) ? undefined : signer.click(url);
    return token && `${publicUrl}/c/${token}`;
  };
  return {
    ...(clicks && { link, trap: `${publicUrl}/c/${signer.trap()}` }),
    ...(opens && { pixel: `${publicUrl}/o/${signer.open()}` }),
  };
}

const isPageOfOurs = (url: string, publicUrl: string): boolean =>
  url.startsWith(`${publicUrl}/`) && /^(?:u|p|c|o|confirm)\//.test(url.slice(publicUrl.length + 1));
