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
import { type CompiledTemplate, templateSource } from '../../workflows/model/template.ts';
import { type Step, typeOf } from '../../workflows/steps/index.ts';
import type { Source } from '../book-ports.ts';
import type { LibraryReader } from '../library-ports.ts';
import { accept } from './accept.ts';
import { contradictionsIn } from './check-contradictions.ts';
import { bringsProperties, mailProblems, oddities } from './check-mail.ts';
import { tryTemplates } from './check-templates.ts';
import { gatherTemplates } from './gather-templates.ts';
import { type Problem, placesIn, refuseProblems, type Told, told } from './problems.ts';

export const publication = z.strictObject({
  campaign: campaignDocument,
  templates: z.record(campaignId, templateSource).default({}),
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

/** For whoever has no library. */
const noLibrary: LibraryReader = {
  templates: { read: async () => undefined },
  blocks: { read: async () => undefined },
};

/** Throws Refused(422) with the place and the reason of everything that is wrong. */
export async function checkCampaign(
  id: string,
  input: unknown,
  library: LibraryReader = noLibrary,
): Promise<Checked> {
  const campaign = accept(campaignId, id, 'The campaign id');
  const { campaign: document, templates } = accept(publication, input, 'The campaign');
  const gathered = await gatherTemplates(usedBy(document), templates, library);
  const { compiled, own } = gathered;
  const kinds = Object.fromEntries(compiled.map(({ name, kind }) => [name, kind]));
  const trial = tryTemplates(document, compiled, bringsProperties(document));
  refuseProblems('The campaign', [
    ...stepProblems(document, { campaign, templates, unknown: gathered.unknown }),
    ...gathered.problems,
    ...mailProblems(document, own, compiled),
    ...trial.problems,
  ]);
  const needed = Object.keys(gathered.library).length > 0 && { library: gathered.library };
  return {
    draft: { campaign, document, kinds, reads: readsOf(document, compiled), ...needed },
    templates: compiled,
    source: { campaign: (input as { campaign: unknown }).campaign, templates: own },
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
  readonly templates: object;
  readonly unknown: ReadonlySet<string>;
}

function stepProblems(
  { steps }: CampaignDocument,
  { campaign, templates, unknown }: Beside,
): Problem[] {
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
        .filter((name) => unknown.has(name))
        .map((name) => ({
          path: [...placeOf(step), typeOf(step).type],
          message: `Unknown template: ${name}; it is neither in the library nor under "templates", where there is ${shown(templates)}`,
        })),
    ),
    ...unreachable(steps, campaign).map(({ step, because }) => ({
      path: placeOf(step),
      message: because,
    })),
  ];
}

const shown = (templates: object): string => Object.keys(templates).join(', ') || 'none';

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
