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

const names: Readonly<Record<string, string>> = { en: 'Nora', pl: 'Zofia', fa: 'سارا' };

/** Everything that a mail could show, of somebody who is well known. */
export const knownTo = ({ source, language }: ShippedMail): RenderData => ({
  person: { first_name: names[language] ?? 'Nora' },
  event: {
    topic: 'credit_card_interest_rate',
    request: 'erasure',
    products: [{ name: 'Tea tin, cedar green', quantity: 2 }, { sku: 'no-name' }],
    checkout_url: 'https://shop.example.com/checkout/7',
  },
  campaign: { id: 'cmp_1', name: 'Retention' },
  organization: {
    name: 'Larkspur & Sons',
    address: '14 Mill Lane, Leeds',
    website: 'https://shop.example.com/',
  },
  language,
  offer: {
    id: 'goes-with-it',
    name: '10% off what goes with it',
    description: 'On one order, whenever it suits you.',
    kind: 'discount',
    value: '0',
    code: 'GARDEN10',
    until: '2026-02-01T09:00:00.000Z',
    product: {
      id: 'tray',
      name: 'Cedar tea tray',
      description: 'Holds two cups and the pot.',
      price: '38.00',
      currency: 'EUR',
      url: 'https://shop.example.com/tray',
    },
  },
  ...(source.kind === 'marketing'
    ? {
        unsubscribeUrl: 'https://crm.example.com/u/token',
        preferencesUrl: 'https://crm.example.com/p/token',
      }
    : { confirmUrl: 'https://crm.example.com/confirm/eyJhbGciOiJIUzI1NiJ9.cGVyZW5uaWFs' }),
});

/** The least that can be known: a mailbox, and what was offered. */
export const strangerTo = (mail: ShippedMail): RenderData => {
  const { offer, ...known } = knownTo(mail);
  const { preferencesUrl: _, ...least } = known;
  const { name, address } = known.organization;
  const { id, kind, value, until, name: called } = offer ?? {};
  const product = { id: 'tray', name: 'Cedar tea tray' };
  return {
    ...{ ...least, person: {}, event: {}, organization: { name, address } },
    offer: { id, kind, value, until, name: called, product } as NonNullable<RenderData['offer']>,
  };
};

export const renderShipped = async (mail: ShippedMail, data: RenderData = knownTo(mail)) =>
  render(await compileShipped(mail), data);
