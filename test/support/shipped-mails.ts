// The mails that ship: those of the programs, and those of the library in each of their languages; and somebody to whom
// they could go.
import { compileTemplate } from '../../functions/channels/email/compile.ts';
import { type RenderData, render } from '../../functions/channels/email/render.ts';
import { readTemplates } from '../../infra/library.ts';
import { readCampaigns } from '../../infra/programs.ts';
import {
  type CompiledTemplate,
  type TemplateSource,
  templateSource,
} from '../../workflows/model/template.ts';
import { readBlock } from './shipped-blocks.ts';
import { sampleIn } from './shipped-samples.ts';

interface ShippedTemplate {
  readonly name: string;
  readonly source: TemplateSource;
}

export interface ShippedMail extends ShippedTemplate {
  readonly language: string;
}

const ofPrograms: readonly ShippedTemplate[] = [
  ...new Map(readCampaigns().flatMap(({ body }) => Object.entries(body.templates))),
].map(([name, source]) => ({ name: `program: ${name}`, source: templateSource.parse(source) }));

const ofLibrary: readonly ShippedTemplate[] = readTemplates().map(({ id, body }) => ({
  name: `library: ${id}`,
  source: templateSource.parse(body),
}));

/** One for each language of each template. */
export const shippedMails: readonly ShippedMail[] = [...ofPrograms, ...ofLibrary].flatMap(
  ({ name, source }) =>
    ['en', ...Object.keys(source.variants ?? {})].map((language) => ({ name, source, language })),
);

const compiled = new Map<TemplateSource, Promise<CompiledTemplate>>();

/** Once for all languages of a template. */
export function compileShipped({ name, source }: ShippedTemplate): Promise<CompiledTemplate> {
  const once = compiled.get(source) ?? compileTemplate(name, source, readBlock);
  compiled.set(source, once);
  return once;
}

/** Everything that a mail could show, of somebody who is well known. */
export const knownTo = ({ source, language }: ShippedMail): RenderData => ({
  ...sampleIn(language),
  ...(source.kind === 'marketing'
    ? {
        unsubscribeUrl: 'https://crm.example.com/u/token',
        preferencesUrl: 'https://crm.example.com/p/token',
      }
    : { confirmUrl: 'https://crm.example.com/confirm/eyJhbGciOiJIUzI1NiJ9.cGVyZW5uaWFs' }),
});

/** The least that can be known: a mailbox, and what was offered. */
export function strangerTo(mail: ShippedMail): RenderData {
  const { offer, organization } = sampleIn(mail.language);
  const { preferencesUrl: _, ...known } = knownTo(mail);
  const { id, kind, value, until, name, product } = offer;
  return {
    ...{ ...known, person: {}, event: {} },
    organization: { name: organization.name, address: organization.address },
    offer: { id, kind, value, until, name, product: { id: product.id, name: product.name } },
  };
}

export const renderShipped = async (mail: ShippedMail, data: RenderData = knownTo(mail)) =>
  render(await compileShipped(mail), data);
