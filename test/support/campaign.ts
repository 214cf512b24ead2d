// Small campaigns made for one test: a document in YAML, ready to run without templates or a store.
import { parse } from 'yaml';
import { everyStep, type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import {
  type CampaignDocument,
  type CampaignVersion,
  campaignDocument,
} from '../../workflows/model/campaign.ts';
import { typeOf } from '../../workflows/steps/index.ts';

type Given = Partial<Pick<CampaignVersion, 'campaign' | 'version' | 'kinds' | 'reads'>>;

/** Steps alone are triggered by "Started"; every template is marketing unless `kinds` says otherwise. */
export function campaign(yaml: string, given: Given = {}): RunnableVersion {
  const content = parse(yaml) as object;
  const whole = Array.isArray(content) ? { steps: content } : content;
  const document = campaignDocument.parse({
    name: 'Test',
    trigger: { event: 'Started' },
    ...whole,
  });
  const reads = readsOf(document);
  return runnable({ campaign: 'test', version: 1, kinds: {}, reads, document, ...given });
}

/** The trigger's properties that the steps read; those of templates come from their text. */
export const readsOf = ({ steps }: CampaignDocument): string[] =>
  everyStep(steps).flatMap((step) => typeOf(step).reads?.(step) ?? []);
