// Every template is filled once for a stranger before it goes live: a contact and an event of which nothing is known.
// What nobody could ever be sent is a problem; what only strangers would not get is told.
import { everyStep } from '../../workflows/engine/program.ts';
import type { CampaignDocument } from '../../workflows/model/campaign.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';
import { shownOffer, shownProduct } from '../../workflows/offers/shown.ts';
import { currency, holesIn, lacksCurrency, roots } from '../channels/email/holes.ts';
import { clipped } from '../channels/email/look-over.ts';
import { type RenderData, RenderError, renderBlank } from '../channels/email/render.ts';
import type { Problem } from './problems.ts';

/** What keeps a mail from everybody, and what keeps it from some. */
interface Trial {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** `isTold`: whether the trigger brings properties along; without them, what reads them is told elsewhere. */
export function tryTemplates(
  document: CampaignDocument,
  templates: readonly CompiledTemplate[],
  isTold: boolean,
): Trial {
  const around = {
    campaign: document.name,
    offers: everyStep(document.steps).some((step) => 'offer' in step),
  };
  const tried = templates.map((template) => tryTemplate(around, template));
  const holes = tried.flatMap(({ warnings }) => warnings);
  return {
    problems: tried.flatMap(({ problems }) => problems),
    warnings: holes.filter(({ reads }) => isTold || reads !== 'event'),
  };
}

/** What a template is tried in. */
interface Around {
  readonly campaign: string;
  readonly offers: boolean;
}

interface Hole extends Problem {
  readonly reads?: string;
}

interface Tried extends Trial {
  readonly warnings: readonly Hole[];
}

/** In every language that it is written in. */
export function tryTemplate(around: Around, template: CompiledTemplate): Tried {
  const languages = [template.language, ...Object.keys(template.variants ?? {})];
  const tried = languages.map((language) => tryLanguage({ ...around, language }, template));
  const unique = (all: readonly Hole[]) => [
    ...new Map(all.map((one) => [one.message, one])).values(),
  ];
  return {
    problems: unique(tried.flatMap(({ problems }) => problems)),
    warnings: unique(tried.flatMap(({ warnings }) => warnings)),
  };
}

interface Spoken extends Around {
  readonly language: string | undefined;
}

function tryLanguage(around: Spoken, template: CompiledTemplate): Tried {
  const path = ['templates', template.name];
  const stranger = strangerOf(around, template);
  const { names, error } = holesIn(template, stranger);
  // What is asked for first, a stranger does not get to see.
  const told = Object.fromEntries(
    template.event.map((name) => [name, name === 'currency' ? '' : '1']),
  );
  const lacks =
    template.missing !== 'blank' && lacksCurrency(template, { ...stranger, event: told });
  const all = new Set([...names, ...(lacks ? [currency] : [])]);
  const warnings = [...all].map((name) => ({ path, ...holeIn(template.name, name) }));
  const tried = ending({ path, error, warnings });
  const size = tooLarge(template, stranger);
  return { ...tried, warnings: [...tried.warnings, ...size.map((message) => ({ path, message }))] };
}

/** Even before anything of a person stands in it. */
function tooLarge(template: CompiledTemplate, data: RenderData): string[] {
  try {
    const said = clipped(renderBlank(template, data).html);
    const { language = 'en' } = data;
    return said === undefined ? [] : [`Template ${template.name}, in ${language}: ${said}`];
  } catch (error) {
    // What keeps it from being made is told as such.
    if (error instanceof RenderError) return [];
    throw error;
  }
}

interface Ending {
  readonly path: readonly string[];
  readonly error: RenderError | undefined;
  readonly warnings: readonly Hole[];
}

function ending({ path, error, warnings }: Ending): Tried {
  if (!error) return { problems: [], warnings };
  const { message } = error;
  // A value that we made up may not suit the template, but it does not make it endless.
  const isOurs = warnings.length > 0 && !/limit exceeded/.test(message);
  if (isOurs) return { problems: [], warnings };
  // Without a cause it is not Liquid that failed: the mail came out, and is not fit to be sent to a stranger.
  const isFit = error.cause !== undefined;
  if (isFit) return { problems: [{ path, message: `${message}: nobody would get it` }], warnings };
  const said = `${message}, for a contact of whom nothing is known, who gets no mail from it`;
  return { problems: [], warnings: [{ path, message: said }] };
}

function holeIn(template: string, variable: string): Omit<Hole, 'path'> {
  const [root = '', ...names] = variable.split('.');
  const who = root === 'event' ? 'an event' : 'a contact';
  const without = roots.has(root)
    ? `${who} without ${names.join('.')}`
    : `whoever has no ${variable}`;
  const written = `{{ ${variable} | default: '…' }}`;
  const message = `Template ${template}: ${without} gets no mail from it; write ${written}`;
  // Amounts of anything ask for it.
  if (variable === currency) return { message: `${message}, or say it: money: 'EUR'` };
  return { message, reads: root };
}

const strangerOf = (
  { campaign, offers, language }: Spoken,
  { kind }: CompiledTemplate,
): RenderData => ({
  person: {},
  event: {},
  campaign: { id: 'trial', name: campaign },
  organization: { name: 'Trial', address: '1 Trial Street' },
  ...(kind === 'marketing' && { unsubscribeUrl: 'https://trial.example/u' }),
  ...(kind === 'transactional' && { confirmUrl: 'https://trial.example/c' }),
  ...(offers && { offer: sampleOffer }),
  lendsCurrency: false,
  ...(language !== undefined && { language }),
});

const sample = (names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, samples[name] ?? name]));

const samples: Fields = {
  ...{ value: 10, price: 10, currency: 'EUR' },
  ...{ url: 'https://trial.example/', image_url: 'https://trial.example/image.png' },
};

/** An offer with everything that one may have. */
export const sampleOffer: Fields = {
  ...sample(shownOffer),
  until: '2030-01-01T00:00:00.000Z',
  product: sample(shownProduct),
};
