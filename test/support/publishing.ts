// Publishing by hand: a smallest campaign with its mail, and what is said when it is refused.
import { expect } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import { publishCampaign } from '../../functions/use-cases/publish-campaign.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';

export const mail = (content: string, kind = 'marketing') => ({
  kind,
  subject: 'Hello',
  mjml: `<mjml><mj-body><mj-section><mj-column>\n${content}\n</mj-column></mj-section></mj-body></mjml>`,
});

export const footer = `<mj-text>{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>`;
export const hello = mail(`<mj-text>Hello</mj-text>${footer}`);
export const minimal = { name: 'Test', trigger: { event: 'Started' }, steps: [{ send: 'hello' }] };

export async function publish(campaign: object, templates: object = { hello }, id = 'test') {
  const stored: CompiledTemplate[] = [];
  const publications = {
    publish: async (draft: object, compiled: readonly CompiledTemplate[]) => {
      stored.push(...compiled);
      return { ...draft, version: 1 };
    },
  };
  const input = { campaign, templates };
  return { version: await publishCampaign(publications as never, id, input), stored };
}

export async function refusal(...input: Parameters<typeof publish>): Promise<string> {
  const error = await publish(...input).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 422 });
  return (error as Refused).message;
}

export const withSteps = (...steps: readonly object[]) => ({ ...minimal, steps });
export const plan = { attribute: 'plan', op: 'equals', value: 'pro' };
