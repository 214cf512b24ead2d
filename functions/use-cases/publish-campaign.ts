// Publishing: a campaign document and its templates, checked whole, become the next immutable version.
import * as z from 'zod';
import { compile, everyStep } from '../../workflows/engine/program.ts';
import {
  type CampaignDocument,
  type CampaignVersion,
  campaignDocument,
  campaignId,
} from '../../workflows/model/campaign.ts';
import { type CompiledTemplate, templateSource } from '../../workflows/model/template.ts';
import { typeOf } from '../../workflows/steps/index.ts';
import type { Publications, Release, Source } from '../book-ports.ts';
import { compileTemplate } from '../channels/email/compile.ts';
import { Refused } from '../errors.ts';

import { explainIssues } from './explain-issues.ts';

export const publication = z.strictObject({
  campaign: campaignDocument,
  templates: z.record(campaignId, templateSource),
});

/** Throws Refused(422) with the place and the reason of everything that is wrong. */
export async function publishCampaign(
  publications: Pick<Publications, 'publish'>,
  id: string,
  input: unknown,
  { by, at }: Pick<Release, 'by' | 'at'> = { by: 'somebody', at: 0 },
): Promise<CampaignVersion> {
  const campaign = accept(campaignId, id, 'The campaign id');
  const { campaign: document, templates } = accept(publication, input, 'The campaign');
  refuseBrokenSteps(document);
  const used = templatesUsed(document);
  const missing = used.filter((name) => !Object.hasOwn(templates, name));
  if (missing.length > 0) throw new Refused(422, `Unknown templates: ${missing.join(', ')}`);
  const compiled = await Promise.all(
    used.map((name) => compileTemplate(name, templateSource.parse(templates[name]))),
  );
  const draft = {
    campaign,
    document,
    kinds: kindsOf(compiled),
    reads: readsOf(document, compiled),
  };
  return publications.publish(draft, compiled, {
    by,
    at,
    check: () => undefined,
    source: input as Source,
  });
}

function accept<T>(schema: z.ZodType<T>, input: unknown, what: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Refused(422, `${what} is not valid:\n${explainIssues(result.error, input)}`);
}

function refuseBrokenSteps(document: CampaignDocument): void {
  try {
    compile(document);
  } catch (cause) {
    throw new Refused(422, (cause as Error).message, { cause });
  }
}

const templatesUsed = ({ steps }: CampaignDocument): string[] => [
  ...new Set(everyStep(steps).flatMap((step) => typeOf(step).templates?.(step) ?? [])),
];

const kindsOf = (templates: readonly CompiledTemplate[]): CampaignVersion['kinds'] =>
  Object.fromEntries(templates.map(({ name, kind }) => [name, kind]));

/** An enrollment carries only the properties of its trigger that something in the version reads. */
const readsOf = ({ steps }: CampaignDocument, templates: readonly CompiledTemplate[]): string[] => [
  ...new Set([
    ...everyStep(steps).flatMap((step) => typeOf(step).reads?.(step) ?? []),
    ...templates.flatMap(({ event }) => event),
  ]),
];
