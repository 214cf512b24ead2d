// The addresses of the console's pages, by the names of their pictures: those that everybody can open, and those of one
// contact, campaign or template of the workspace.
import type { OpenConsole } from './console.ts';

export const places = {
  home: '/',
  campaigns: '/campaigns',
  broadcasts: '/broadcasts',
  contacts: '/contacts',
  segments: '/segments',
  templates: '/templates',
  template: '/templates/cart',
  blocks: '/templates?shelf=blocks',
  block: '/templates/blocks/footer',
  catalog: '/catalog',
  tasks: '/tasks',
  sources: '/sources',
  deliverability: '/deliverability',
  domain: '/deliverability/domain',
  doubts: '/deliverability/doubts',
  suppressed: '/deliverability/suppressed',
  settings: '/settings',
} as const;

/** With a contact, a campaign and a segment that are there once the week has been told. */
export async function addressesOf({ ask }: OpenConsole): Promise<[string, string][]> {
  const { id } = (await ask('GET', '/api/contacts/user:u0')) as { readonly id: string };
  return [
    ...Object.entries(places),
    ['contact', `/contacts/${id}`],
    ['campaign', '/campaigns/drip-nurture'],
  ];
}
