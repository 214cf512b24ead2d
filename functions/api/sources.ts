// Where events come from: what is connected, what arrived of it and what was not taken; webhook sources and their secrets.
import * as z from 'zod';
import { providers } from '../sources/hook/providers.ts';
import {
  addSecret,
  deleteHook,
  getHook,
  hookInput,
  putHook,
  retireSecret,
  secretInput,
  settingsOf,
} from '../use-cases/hook-sources.ts';
import { daysOf, listSources, ofHook, row, type SourcePlace } from '../use-cases/list-sources.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const instant = z.int();
const counts = z.record(z.string(), z.int());
const secret = z.object({
  id: z.string(),
  addedAt: instant,
  retiresAt: z.optional(instant),
});
const source = z.object({
  kind: z.string(),
  name: z.string(),
  addresses: z.array(z.string()),
  settings: z.optional(z.record(z.string(), z.json())),
  secrets: z.optional(z.array(secret)),
  at: z.optional(instant),
  by: z.optional(z.string()),
  revokedAt: z.optional(instant),
  sources: z.array(z.string()),
  counts,
  seenAt: z.optional(instant),
  saidNo: z.optional(z.object({ at: instant, why: z.string() })),
});
const place = z.tuple([z.int(), z.string()]);
const kind = z.object({
  kind: z.string(),
  title: z.string(),
  secretFrom: z.enum(['us', 'them']),
  steps: z.array(z.string()),
  settings: z.record(z.string(), z.json()),
});

/** Asked for seldom, and not made before. */
const kinds = () =>
  providers.map((provider) => ({
    kind: provider.kind,
    ...provider.setup,
    settings: z.toJSONSchema(settingsOf(provider), { io: 'input', unrepresentable: 'any' }),
  }));

export const sources = [
  endpoint({
    method: 'GET',
    path: '/api/sources',
    role: 'viewer',
    summary:
      'Where events come from, what arrived in the last thirty days, and what was refused last and why',
    query: portion(place, { usual: 50, most: 100 }),
    answer: listingOf(source),
    run: async (ports, { query: { limit, next } }) => {
      const rows = await listSources(ports, listRequest<SourcePlace>({ limit, next }));
      const { items, ...rest } = listing(rows, limit, ({ place }) => place);
      return { items: items.map(({ place: _, ...shown }) => shown), ...rest };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/source-kinds',
    role: 'viewer',
    summary:
      'Senders of webhooks that are understood: how each is set up, a JSON Schema of its settings, and the host that all senders reach',
    answer: z.object({ host: z.string(), items: z.array(kind) }),
    run: async ({ publicUrl }) => ({ host: publicUrl, items: kinds() }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/sources/{name}',
    role: 'viewer',
    summary: 'A webhook source, and what happened there day by day',
    answer: source.extend({ days: z.array(z.object({ day: z.string(), counts })) }),
    run: async (ports, { path }) => {
      const origin = ofHook(await getHook(ports, path.name));
      return { ...(await row(ports, origin)), days: await daysOf(ports, origin) };
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/sources/{name}',
    role: 'administrator',
    summary: 'Connects a webhook source, or changes its settings; what is left out has its default',
    body: hookInput,
    answer: source,
    run: async (ports, { path, body, actor }) =>
      row(ports, ofHook(await putHook(ports, path.name, body, actor.name))),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/sources/{name}',
    role: 'administrator',
    summary: 'Takes a webhook source away: within half a minute its address is unknown',
    status: 204,
    run: (ports, { path }) => deleteHook(ports, path.name),
  }),
  endpoint({
    method: 'POST',
    path: '/api/sources/{name}/secrets',
    role: 'administrator',
    summary: 'Adds a secret beside those that are there; one that we made is shown this once',
    body: secretInput,
    answer: z.object({ id: z.string(), secret: z.optional(z.string()) }),
    status: 201,
    run: (ports, { path, body }) => addSecret(ports, path.name, body.secret),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/sources/{name}/secrets/{id}',
    role: 'administrator',
    summary: 'Retires a secret at a time, or at once: within half a minute it verifies nothing',
    query: z.strictObject({ at: z.optional(z.iso.datetime({ offset: true })) }),
    status: 204,
    run: (ports, { path, query: { at } }) =>
      retireSecret(ports, { ...path, at: at === undefined ? undefined : Date.parse(at) }),
  }),
];
