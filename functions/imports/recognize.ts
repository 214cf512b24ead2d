// Whose export a file is, by its header and its name, and for what its rows are to be taken.
import { fold } from './fold.ts';
import { general, hubspot, mailchimp, type Place, perennial, pinpoint } from './header-names.ts';
import type { ImportSettings } from './settings.ts';

export type Product = 'perennial' | 'mailchimp' | 'hubspot' | 'pinpoint' | 'generic';

interface Recognized {
  readonly product: Product;
  readonly treat: ImportSettings['treat'];
}

const signs: readonly {
  readonly product: Product;
  readonly headers: readonly string[];
  /** How many of them tell. */
  readonly least: number;
}[] = [
  {
    product: 'perennial',
    headers: ['keys', 'consentat', 'suppressed', 'otherattributes'],
    least: 3,
  },
  { product: 'pinpoint', headers: ['channeltype', 'address'], least: 2 },
  {
    product: 'mailchimp',
    headers: [
      ...['memberrating', 'optintime', 'optinip', 'confirmtime', 'confirmip', 'lastchanged'],
      ...['leid', 'euid', 'unsubtime', 'cleantime', 'gmtoff', 'dstoff'],
    ],
    least: 2,
  },
  {
    product: 'hubspot',
    headers: [
      ...['recordid', 'lifecyclestage', 'leadstatus', 'contactowner', 'marketingcontactstatus'],
      ...['unsubscribedfromallemail', 'createdate', 'lastactivitydate'],
    ],
    least: 2,
  },
];

export function recognize(name: string, header: readonly string[]): Recognized {
  const folded = new Set(header.map(fold));
  const found = signs.find(
    ({ headers, least }) => headers.filter((one) => folded.has(one)).length >= least,
  );
  const product = found?.product ?? 'generic';
  return { product, treat: product === 'mailchimp' ? treatOf(name, folded) : 'contacts' };
}

/** Mailchimp's export is three files with almost the same columns. */
function treatOf(name: string, folded: ReadonlySet<string>): Recognized['treat'] {
  const file = name.replace(/^.*[/\\]/, '').toLowerCase();
  if (folded.has('cleantime') || file.startsWith('cleaned')) return 'cleaned';
  return folded.has('unsubtime') || file.startsWith('unsubscribed') ? 'unsubscribed' : 'contacts';
}

const special: Readonly<Record<Product, ReadonlyMap<string, Place>>> = {
  perennial,
  mailchimp,
  hubspot,
  pinpoint,
  generic: new Map(),
};

/** Where a column of this name goes; an attribute of its own name where nobody knows it. */
export function placeOf(header: string, product: Product): Place {
  const name = fold(header);
  const known = special[product].get(name) ?? general.get(name);
  if (known) return known;
  return { attribute: attributeName(product === 'pinpoint' ? bare(header) : header) };
}

/** "Status" asks for mail in one file, and for something else in the next. */
export const isVague = (header: string): boolean => vague.has(fold(header));

const vague = new Set(['status', 'وضعیت'].map(fold));
const ofRefusals = /unsubscri|optedout|optout|wypis|rezygn/;
const ofConsents = /consent|zgod|رضایت|newsletter|خبرنامه|optin|optedin|subscri|gdpr|rodo/;
const otherChannel = /sms|phone|telefon|پیامک|whatsapp|push/;

/** What a yes or a no in a column of that name would be about, whatever stands in it. */
export function saysOfMail(header: string): 'consent' | 'unsubscribed' | undefined {
  const name = fold(header);
  if (otherChannel.test(name)) return undefined;
  if (ofRefusals.test(name)) return 'unsubscribed';
  return isVague(header) || ofConsents.test(name) ? 'consent' : undefined;
}

/** "User.UserAttributes.FavoriteColor" → "FavoriteColor" */
const bare = (header: string): string =>
  header.replace(/^(?:User\.UserAttributes|Attributes|Metrics|Demographic|Location)\./i, '');

/** "Ulubiony kolor" → "ulubiony_kolor", "FavoriteColor" → "favorite_color"; letters of every script stay. */
export function attributeName(header: string): string {
  const name = header
    .normalize()
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? 'column' : name.slice(0, 100);
}
