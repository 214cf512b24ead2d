// Checks a campaign whole before it goes live, its templates included, and makes of it what is published. Refuses, all
// at once, what cannot run, what can never be reached, and mail that may not be sent.
import * as z from 'zod';
import { propertiesRead } from '../../workflows/conditions/condition.ts';
import { everyStep } from '../../workflows/engine/program.ts';
import { unreachable } from '../../workflows/engine/reach.ts';
import {
  type CampaignDocument,
  type CampaignVersion,
  campaignDocument,
  campaignId,
} from '../../workflows/model/campaign.ts';
import {
  type CompiledTemplate,
  type TemplateSource,
  templateSource,
} from '../../workflows/model/template.ts';
import { type Step, typeOf } from '../../workflows/steps/index.ts';
import type { Source } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { accept } from './accept.ts';
import { contradictionsIn } from './check-contradictions.ts';
import { bringsProperties, mailProblems, oddities } from './check-mail.ts';
import { tryTemplates } from './check-templates.ts';
import { type Problem, placesIn, refuseProblems, type Told, told } from './problems.ts';

export const publication = z.strictObject({
  campaign: campaignDocument,
  templates: z.record(campaignId, templateSource),
});

/** A campaign that can be published, as far as it can be told from itself. */
export interface Checked {
  readonly draft: Omit<CampaignVersion, 'version'>;
  readonly templates: readonly CompiledTemplate[];
  /** As it was written, with the templates that it uses. */
  readonly source: Source;
  /** What is odd, and may be meant. */
  readonly warnings: readonly Told[];
}

/** Throws Refused(422) with the place and the reason of everything that is wrong. */
export async function checkCampaign(id: string, input: unknown): Promise<Checked> {
  const campaign = accept(campaignId, id, 'The campaign id');
  const { campaign: document, templates } = accept(publication, input, 'The campaign');
  const used = Object.fromEntries(
    usedBy(document).flatMap((name) =>
      Object.hasOwn(templates, name) ? [[name, templates[name] as TemplateSource]] : [],
    ),
  );
  const { compiled, problems } = await compileAll(used);
  const kinds = Object.fromEntries(compiled.map(({ name, kind }) => [name, kind]));
  const trial = tryTemplates(document, compiled, bringsProperties(document));
  refuseProblems('The campaign', [
    ...stepProblems(document, { campaign, templates }),
    ...problems,
    ...mailProblems(document, used),
    ...trial.problems,
  ]);
  return {
    draft: { campaign, document, kinds, reads: readsOf(document, compiled) },
    templates: compiled,
    source: { campaign: (input as { campaign: unknown }).campaign, templates: used },
    warnings: [
      ...oddities(document, compiled),
      ...contradictionsIn(document),
      ...trial.warnings,
    ].map(told),
  };
}

const templatesOf = (step: Step) => typeOf(step).templates?.(step) ?? [];

const usedBy = ({ steps }: CampaignDocument): string[] => [
  ...new Set(everyStep(steps).flatMap(templatesOf)),
];

interface Beside {
  readonly campaign: string;
  readonly templates: Readonly<Record<string, TemplateSource>>;
}

function stepProblems({ steps }: CampaignDocument, { campaign, templates }: Beside): Problem[] {
  const places = placesIn(steps, ['campaign', 'steps']);
  const placeOf = (step: Step) => places.get(step) ?? ['campaign', 'steps'];
  const all = everyStep(steps);
  const ids = all.map(({ id }) => id);
  return [
    ...all
      .filter(({ id }, at) => id !== undefined && ids.indexOf(id) < at)
      .map((step) => ({
        path: [...placeOf(step), 'id'],
        message: `Another step has the id "${step.id}"`,
      })),
    ...all.flatMap((step) =>
      templatesOf(step)
        .filter((name) => !Object.hasOwn(templates, name))
        .map((name) => ({
          path: [...placeOf(step), typeOf(step).type],
          message: `Unknown template: ${name}; it comes along under "templates", where there is ${shown(templates)}`,
        })),
    ),
    ...unreachable(steps, campaign).map(({ step, because }) => ({
      path: placeOf(step),
      message: because,
    })),
  ];
}

const shown = (templates: object): string => Object.keys(templates).join(', ') || 'none';

interface Compiled {
  readonly compiled: readonly CompiledTemplate[];
  readonly problems: readonly Problem[];
}

async function compileAll(templates: Readonly<Record<string, TemplateSource>>): Promise<Compiled> {
  const names = Object.keys(templates);
  // On demand: MJML alone is most of the API's code, and few requests compile.
  const { compileTemplate } = await import('../channels/email/compile.ts');
  const tried = await Promise.allSettled(
    names.map((name) => compileTemplate(name, templates[name] as TemplateSource)),
  );
  return {
    compiled: tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    problems: tried.flatMap((one, at) =>
      one.status === 'rejected' ? [refusedTemplate(names[at] ?? '', one.reason)] : [],
    ),
  };
}

function refusedTemplate(name: string, error: unknown): Problem {
  if (!(error instanceof Refused)) throw error;
  return { path: ['templates', name], message: error.message };
}

/** An enrollment carries only the properties of its trigger that something in the version reads. */
const readsOf = (
  { steps, exitOn }: CampaignDocument,
  templates: readonly CompiledTemplate[],
): string[] => [
  ...new Set([
    ...everyStep(steps).flatMap((step) => typeOf(step).reads?.(step) ?? []),
    ...exitOn.flatMap((exit) => ('condition' in exit ? propertiesRead(exit.condition) : [])),
    ...templates.flatMap(({ event }) => event),
  ]),
];
