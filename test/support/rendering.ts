// Renders a line of Liquid as the body of a mail would be, for somebody.
import { type RenderData, render } from '../../functions/channels/email/render.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';

export const someone: RenderData = {
  person: { first_name: 'Sara' },
  event: {},
  campaign: { id: 'cmp_1', name: 'Retention' },
  organization: { name: 'Acme', address: '1 Main Street, Springfield' },
  unsubscribeUrl: 'https://crm.example.com/u/token',
};

export const templateOf = (change: Partial<CompiledTemplate>): CompiledTemplate => ({
  ...{ name: 'welcome', kind: 'marketing', subject: 'Hello' },
  ...{ html: '<p>Hello</p>', text: 'Hello', event: [] },
  ...change,
});

/** As text, of a template in `language`. */
export const written = (
  text: string,
  data: Partial<RenderData> = {},
  template: Partial<CompiledTemplate> = {},
): string => render(templateOf({ text, ...template }), { ...someone, ...data }).text;

/** As HTML. */
export const shown = (
  html: string,
  data: Partial<RenderData> = {},
  template: Partial<CompiledTemplate> = {},
): string => render(templateOf({ html, ...template }), { ...someone, ...data }).html;
