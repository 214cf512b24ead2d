// The addresses of the console's pages, by the names of their pictures: those that every workspace has,
// and those of one contact.
import type { OpenConsole } from './console.ts';

export const places = {
  home: '/',
  campaigns: '/campaigns',
  'campaign-new': '/campaigns/new',
  campaign: '/campaigns/drip-nurture',
  'campaign-yaml': '/campaigns/drip-nurture/yaml',
  'campaign-settings': '/campaigns/drip-nurture/settings',
  'campaign-versions': '/campaigns/drip-nurture/versions',
  'campaign-results': '/campaigns/drip-nurture/results',
  'campaign-test': '/campaigns/drip-nurture/test',
  broadcasts: '/broadcasts',
  'broadcast-new': '/broadcasts/new',
  contacts: '/contacts',
  import: '/contacts/import',
  segments: '/segments',
  'segment-new': '/segments/new',
  segment: '/segments/hot-leads',
  lists: '/segments/lists',
  templates: '/templates',
  template: '/templates/cart',
  blocks: '/templates?shelf=blocks',
  block: '/templates/blocks/footer',
  catalog: '/catalog',
  offers: '/catalog/offers',
  tasks: '/tasks',
  pipeline: '/tasks/board',
  sources: '/sources',
  'source-connect': '/sources/connect',
  quarantine: '/sources/quarantine',
  attributes: '/sources/attributes',
  arrived: '/sources/events',
  deliverability: '/deliverability',
  domain: '/deliverability/domain',
  doubts: '/deliverability/doubts',
  suppressed: '/deliverability/suppressed',
  settings: '/settings',
  topics: '/settings/topics',
  rules: '/settings/rules',
  tracking: '/settings/tracking',
  users: '/settings/users',
  tokens: '/settings/tokens',
  webhooks: '/settings/webhooks',
  audit: '/settings/audit',
} as const;

/** With the pages of a contact who is there once the week has been told. */
export async function addressesOf({ ask }: Pick<OpenConsole, 'ask'>): Promise<[string, string][]> {
  const { id } = (await ask('GET', '/api/contacts/user:u0')) as { readonly id: string };
  return [
    ...Object.entries(places),
    ['contact', `/contacts/${id}`],
    ...(['attributes', 'consent', 'messages', 'why'] as const).map((tab): [string, string] => [
      `contact-${tab}`,
      `/contacts/${id}/${tab}`,
    ]),
  ];
}
