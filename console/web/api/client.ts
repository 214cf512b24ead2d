// How the console speaks with the API: typed by its own description, refusals thrown with their place and reason.
import createFetch, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import type { components, paths } from './paths.d.ts';
import { Refusal } from './refusal.ts';
import { hearTime } from './server-time.ts';

/** The schemas of what is sent and answered, by name: `Schemas['getContactsIdAnswer']`. */
export type Schemas = components['schemas'];

const refusing: Middleware = {
  async onResponse({ response }) {
    hearTime(response);
    if (!response.ok) throw await Refusal.of(response);
  },
  onError: ({ error }) => (error instanceof Refusal ? error : new Refusal(0, 'unreachable')),
};

/** Plain calls: `await client.GET('/api/contacts/{id}', { params: { path: { id } } })`. Throws Refusal. */
export const client = createFetch<paths>({ baseUrl: '/' });
client.use(refusing);

/** The same as hooks: `api.useQuery('get', '/api/contacts/{id}', { params: { path: { id } } })`. */
export const api = createQueries(client);
