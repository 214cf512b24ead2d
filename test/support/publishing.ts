// Publishing by hand: a smallest campaign with its mail, and what is said when it is refused.
import { expect } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import { checkCampaign } from '../../functions/use-cases/check-campaign.ts';
import { shippedLibrary } from './shipped-blocks.ts';

export const mail = (content: string, kind = 'marketing') => ({
  kind,
  subject: 'Hello',
  mjml: `<mjml><mj-body><mj-section><mj-column>\n${content}\n</mj-column></mj-section></mj-body></mjml>`,
});

export const footer = `<mj-text>{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>`;
export const hello = mail(`<mj-text>Hello</mj-text>${footer}`);
export const minimal = { name: 'Test', trigger: { event: 'Started' }, steps: [{ send: 'hello' }] };

/** The version as it would be stored, and the templates along with it. */
export async function publish(campaign: object, templates: object = { hello }, id = 'test') {
  const input = { campaign, templates };
  const { draft, templates: stored, warnings } = await checkCampaign(id, input, shippedLibrary);
  return { version: { ...draft, version: 1 }, stored, warnings };
}

export async function refusal(...input: Parameters<typeof publish>): Promise<string> {
  const error = await publish(...input).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 422 });
  return (error as Refused).message;
}

export const withSteps = (...steps: readonly object[]) => ({ ...minimal, steps });
export const plan = { attribute: 'plan', op: 'equals', value: 'pro' };
