// The addresses of the console's pages, by the names of their pictures. Those of one contact are known once the week has
// been told.
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
  contact: '/contacts/:nora',
  'contact-attributes': '/contacts/:nora/details',
  'contact-consent': '/contacts/:nora/consent',
  'contact-messages': '/contacts/:nora/messages',
  'contact-why': '/contacts/:nora/why',
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
  live: '/sources/live',
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

export type Place = keyof typeof places;

/** Of a workspace that has had the week. */
export async function addressesOf({ ask }: Pick<OpenConsole, 'ask'>): Promise<Map<Place, string>> {
  const { id } = (await ask('GET', '/api/contacts/user:u0')) as { readonly id: string };
  return new Map(
    Object.entries(places).map(([place, path]) => [place as Place, path.replace(':nora', id)]),
  );
}
