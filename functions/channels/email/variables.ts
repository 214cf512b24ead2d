// What a template reads: Liquid that parses, and names that exist. Answers with the properties of the
// trigger's event, so that an enrollment carries those and no others. Renders nothing.
import type { Liquid, StaticAnalysis } from 'liquidjs';
import type { TemplateSource, WordingSource } from '../../../workflows/model/template.ts';
import { shownOffer, shownProduct } from '../../../workflows/offers/shown.ts';
import { nearest } from './did-you-mean.ts';
import { htmlLiquid, plainLiquid } from './liquid.ts';

/** What is wrong, and in which field. */
export interface Complaint {
  readonly field: keyof WordingSource;
  readonly said: string;
}

interface Reading {
  /** Sorted property names of the trigger's event. */
  readonly event: string[];
  /** Whether it shows what an offer step has chosen. */
  readonly offer: boolean;
  readonly complaints: readonly Complaint[];
}

type Variables = StaticAnalysis['globals'];
type Variable = Variables[string][number];

/** What a template may read; `any` is what contacts and events bring. */
const fields: Readonly<Record<string, readonly string[] | 'any'>> = {
  person: 'any',
  customer: 'any',
  user: 'any',
  event: 'any',
  campaign: ['id', 'name'],
  organization: ['name', 'address', 'website', 'reply_to', 'logo_url', 'privacy_url'],
  unsubscribe_url: [],
  preferences_url: [],
  confirm_url: [],
  /** What an offer step before the mail has chosen. */
  offer: [...shownOffer, 'until'],
  product: shownProduct,
};

type Read = WordingSource & Pick<TemplateSource, 'kind'>;

export function readVariables({ kind, subject, preheader, mjml }: Read): Reading {
  const parts = [
    readPart('subject', plainLiquid, subject),
    ...(preheader === undefined ? [] : [readPart('preheader', htmlLiquid, preheader)]),
    readPart('mjml', htmlLiquid, mjml),
  ];
  const event = parts.flatMap((part) => part.event);
  const complaints = parts.flatMap((part) => part.complaints);
  const linked = kind === 'transactional' && parts.some((part) => part.unsubscribes);
  return {
    event: [...new Set(event)].sort(),
    offer: parts.some(({ offer }) => offer),
    complaints: linked ? [...complaints, lawless] : complaints,
  };
}

const lawless: Complaint = {
  field: 'mjml',
  said: 'unsubscribe_url: a transactional mail has no unsubscribe link',
};

interface PartReading extends Reading {
  readonly unsubscribes: boolean;
}

/** To find out what they read takes the square of their number. */
const mostTokens = 2_000;

function refuseMany(source: string): void {
  const count = source.match(/\{[{%]/g)?.length ?? 0;
  if (count > mostTokens)
    throw new Error(`${count} pieces of Liquid, where ${mostTokens} are the most`);
}

/** `money` without a currency asks the event for it: see locale-filters.ts. */
const bareMoney = /\|\s*money\s*(?:[|}%-]|:\s*decimals\b)/;

function readPart(field: Complaint['field'], liquid: Liquid, source: string): PartReading {
  const where = field === 'mjml' ? 'body' : field;
  try {
    refuseMany(source);
    const { globals } = liquid.analyzeSync(liquid.parse(source), { partials: false });
    return {
      event: [
        ...(globals.event ?? []).flatMap((use) => property(use) ?? []),
        ...(globals.event && bareMoney.test(source) ? ['currency'] : []),
      ],
      offer: (globals.offer ?? globals.product) !== undefined,
      complaints: Object.values(globals)
        .flat()
        .flatMap(complaint)
        .map((said) => ({ field, said: `${where}, ${said}` })),
      unsubscribes: globals.unsubscribe_url !== undefined,
    };
  } catch (error) {
    const complaints = [{ field, said: `${where}: ${reasonOf(error as Error, liquid)}` }];
    return { event: [], offer: false, complaints, unsubscribes: false };
  }
}

/** Of what is broken, and what was probably meant. */
function reasonOf({ message }: Error, liquid: Liquid): string {
  if (message.startsWith('Maximum call stack')) return 'tags are nested too deeply';
  const [, filter] = /^undefined filter: ([^,\s]+)/.exec(message) ?? [];
  const meant = filter && nearest(filter, Object.keys(liquid.filters));
  return meant ? `${message}; did you mean ${meant}?` : message;
}

function property({ segments }: Variable): string | undefined {
  return typeof segments[1] === 'string' ? segments[1] : undefined;
}

function complaint(variable: Variable): string[] {
  const [root = ''] = variable.segments.map(String);
  const place = `line ${variable.location.row}: ${variable}`;
  const known = Object.hasOwn(fields, root) ? fields[root] : undefined;
  if (known === undefined) return [`${place} does not exist; ${meantBy(variable, root)}`];
  if (root === 'event' && property(variable) === undefined) {
    return [`${place}: name the property, as in {{ event.topic }}`];
  }
  if (known === 'any' || fits(variable, known)) return [];
  const meant = nearest(property(variable) ?? '', known);
  return [`${place} does not exist${meant ? `; did you mean ${root}.${meant}?` : ''}`];
}

const names = Object.keys(fields);

/** Other products have links that there are not here, such as view_in_browser_url: no person has an attribute of that name. */
const linkName = /(?:_|^)(?:url|link|href)$/i;

/** Most products have the first name of a person without saying whose it is. */
function meantBy(variable: Variable, root: string): string {
  const known = `a template can read ${names.join(', ')}`;
  const near = nearest(root, names);
  const bare = variable.segments.length === 1 && !linkName.test(root);
  const meant = near ?? (bare ? `person.${root}` : undefined);
  if (meant === undefined) return known;
  const rest = near === undefined ? '' : String(variable).slice(root.length);
  return `did you mean ${meant}${rest}? ${known}`;
}

function fits(variable: Variable, known: readonly string[]): boolean {
  const name = property(variable);
  if (known.length === 0) return variable.segments.length === 1;
  return name !== undefined && known.includes(name) && variable.segments.length === 2;
}
