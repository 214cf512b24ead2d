// Fills a compiled template for one contact, in the language that fits. Refuses (RenderError) to send a mail with a hole
// in it: a missing, null or blank value needs `| default: '…'`, or a template that says `missing: blank`.
import type { Template } from 'liquidjs';
import type { Fields, Json } from '../../../workflows/model/event.ts';
import { lookUp } from '../../../workflows/model/language.ts';
import type { CompiledTemplate, Wording } from '../../../workflows/model/template.ts';
import { dynamicLinks, strangeLink } from './links.ts';
import { htmlLiquid, plainLiquid } from './liquid.ts';
import { type Reader, reader } from './locale-filters.ts';
import { markLinks, type Tracker, trackLinks } from './tracked-links.ts';

interface Organization {
  readonly name: string;
  readonly address: string;
  readonly website?: string | undefined;
  readonly reply_to?: string | undefined;
  readonly logo_url?: string | undefined;
  readonly privacy_url?: string | undefined;
}

export interface RenderData {
  readonly person: Fields;
  readonly event: Fields;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly organization: Organization;
  /** Only marketing mail has one. */
  readonly unsubscribeUrl?: string;
  /** Where contacts choose what they get. */
  readonly preferencesUrl?: string;
  /** Where the owner of the mailbox confirms what was asked for in their name. */
  readonly confirmUrl?: string;
  /** What an offer step before the mail has chosen, with the product that it proposes. */
  readonly offer?: Fields;
  /** Whether money of which nobody says the currency has that of what is offered; it has when absent. */
  readonly lendsCurrency?: boolean;
  /** As the contact has it: "fa-IR". Of what the template is written in, the nearest is taken. */
  readonly language?: string;
  /** In which dates are shown, by its IANA name; UTC when absent. */
  readonly zone?: string;
  /** Milliseconds since the epoch: what "now" is. */
  readonly now?: number;
  /** Where its links and its pixel go. The text part keeps its links. */
  readonly tracker?: Tracker | undefined;
}

interface Rendered extends Wording {
  /** In which it is; absent where the template does not say. */
  readonly language?: string;
}

/** This template cannot be rendered for this contact. The message is meant for the marketer. */
export class RenderError extends Error {
  readonly template: string;
  constructor(template: string, reason: string, options?: ErrorOptions) {
    super(`Template ${template}: ${reason}`, options);
    this.name = 'RenderError';
    this.template = template;
  }
}

interface Parsed {
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
  readonly dynamicLinks: boolean;
}

const parsed = new WeakMap<Wording, Parsed>();

/** Throws RenderError when data is missing, or when data would put an unsafe link into the mail. */
export function render(template: CompiledTemplate, data: RenderData): Rendered {
  const { dynamicLinks: isDynamic, ...rendered } = fill(template, data);
  if (rendered.subject === '') throw new RenderError(template.name, 'the subject is empty');
  const link = isDynamic ? strangeLink(rendered.html) : undefined;
  if (link !== undefined) throw new RenderError(template.name, 'a link is not http, mailto or tel');
  return rendered;
}

/** To be looked at and not to be sent: what is missing is blank, and links may lead nowhere. Throws RenderError. */
export function renderBlank(template: CompiledTemplate, data: RenderData): Rendered {
  const { dynamicLinks: _, ...rendered } = fill({ ...template, missing: 'blank' }, data);
  return rendered;
}

function fill(
  template: CompiledTemplate,
  data: RenderData,
): Rendered & Pick<Parsed, 'dynamicLinks'> {
  const { language, wording } = wordingFor(template, data.language);
  const parts = parsed.get(wording) ?? attempt(template, () => parse(wording));
  const scope = scopeOf(data, language);
  const missing = { strictVariables: template.missing !== 'blank' };
  const rendered = attempt(template, () => ({
    // A copy for each: what one of them counts by `increment` is nothing to the others.
    subject: oneLine(plainLiquid.renderSync(parts.subject, { ...scope }, missing)),
    html: trackLinks(
      String(htmlLiquid.renderSync(parts.html, { ...scope }, missing)),
      data.tracker,
    ),
    text: withoutGaps(String(plainLiquid.renderSync(parts.text, scope, missing))),
  }));
  const said = language !== undefined && { language };
  return { ...rendered, ...said, dynamicLinks: parts.dynamicLinks };
}

interface Said {
  readonly language: string | undefined;
  readonly wording: Wording;
}

/** The template itself is for everybody whose language it is not in either. */
function wordingFor(template: CompiledTemplate, wanted: string | undefined): Said {
  const { variants = {}, language } = template;
  const own = language === undefined ? [] : [language];
  const found = wanted && lookUp([...Object.keys(variants), ...own], wanted);
  const wording = found ? variants[found] : undefined;
  return wording ? { language: found, wording } : { language, wording: template };
}

/** LiquidJS throws inside of itself for what may be missing, and to note where costs more than all else it does. */
function attempt<T>(template: CompiledTemplate, run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } catch (cause) {
    throw new RenderError(template.name, reasonOf(cause as Error), { cause });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const endless =
  /memory alloc limit exceeded|Invalid string length|Maximum call stack|Invalid array/;

const reasonOf = ({ message }: Error): string =>
  endless.test(message) ? `too much for one mail, limit exceeded: ${message}` : message;

function parse(wording: Wording): Parsed {
  const parts = {
    subject: plainLiquid.parse(wording.subject),
    html: htmlLiquid.parse(markLinks(wording.html)),
    text: plainLiquid.parse(wording.text),
    dynamicLinks: dynamicLinks(wording.html),
  };
  parsed.set(wording, parts);
  return parts;
}

function scopeOf(data: RenderData, language = 'en'): object {
  const person = filled(data.person);
  return {
    [reader]: readerOf(data, language),
    person,
    customer: person,
    user: person,
    event: filled(data.event),
    campaign: data.campaign,
    organization: data.organization,
    unsubscribe_url: data.unsubscribeUrl,
    preferences_url: data.preferencesUrl,
    confirm_url: data.confirmUrl,
    ...offered(data.offer),
  };
}

function readerOf(data: RenderData, language: string): Reader {
  const { zone = 'UTC', now = 0, event, offer, lendsCurrency = true } = data;
  const product = offer?.product as Fields | undefined;
  const lent = lendsCurrency ? [product?.currency, offer?.currency] : [];
  const said = [event.currency, ...lent];
  const currencies = said.filter((one) => typeof one === 'string' && one !== '') as string[];
  return { language, zone, now, currencies };
}

function offered(chosen: Fields | undefined): object {
  if (!chosen) return {};
  const { product, ...offer } = chosen;
  const isShown = typeof product === 'object' && product !== null;
  return { offer, ...(isShown ? { product } : {}) };
}

const blank = (value: Json) => value === null || value === '';

/** To the reader of a mail a null or blank name is as missing as an absent one, however deep it stands. */
function filled(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([, value]) => !blank(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, filledIn(value)]));
}

function filledIn(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(filledIn) : filled(value as Fields);
}

/** Liquid that says nothing leaves its line empty; a gap is one blank line, however many there were. */
const withoutGaps = (text: string) => text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n');

/** A line break in a subject would start a new header. */
const oneLine = (subject: string) => subject.replace(/[\s\p{Cc}]+/gu, ' ').trim();
