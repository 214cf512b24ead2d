// The endpoints of the API, one line each: what they match and which use-case answers.
import * as z from 'zod';
import { orderEndpoints } from './api-orders.ts';
import { Refused } from './errors.ts';
import type { Tasks } from './order-ports.ts';
import type { Access, Publications, QuarantineReader, SettingsStore } from './ports.ts';
import type { Doubts } from './sending-ports.ts';
import type { FinishPorts } from './use-cases/finish-task.ts';
import { publishCampaign } from './use-cases/publish-campaign.ts';
import { findContact, type ReadPorts, readTimeline } from './use-cases/read-timeline.ts';

export interface ApiPorts extends ReadPorts, Pick<FinishPorts, 'inbox' | 'now'> {
  readonly tasks: Tasks;
  readonly access: Access;
  readonly publications: Publications;
  readonly settings: SettingsStore;
  readonly doubts: Doubts;
  readonly quarantine: QuarantineReader;
}

export interface Endpoint {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: RegExp;
  run(ports: ApiPorts, path: readonly string[], body: () => unknown): Promise<unknown>;
}

const organization = z.strictObject({
  name: z.string().min(1).max(200),
  address: z.string().min(1).max(500),
});

const timelineRows = 200;
const quarantineRows = 100;

export const endpoints: readonly Endpoint[] = [
  ...orderEndpoints,
  {
    method: 'PUT',
    path: /^\/api\/campaigns\/([^/]+)$/,
    run: ({ publications }, [id = ''], body) => publishCampaign(publications, id, body()),
  },
  { method: 'GET', path: /^\/api\/campaigns$/, run: ({ publications }) => publications.list() },
  {
    method: 'PUT',
    path: /^\/api\/organization$/,
    run: async ({ settings }, _, body) => {
      const given = organization.safeParse(body());
      if (!given.success) throw new Refused(422, z.prettifyError(given.error));
      await settings.setOrganization(given.data);
      return given.data;
    },
  },
  {
    method: 'GET',
    path: /^\/api\/organization$/,
    run: async ({ settings }) => (await settings.get()).organization,
  },
  {
    method: 'GET',
    path: /^\/api\/contacts\/([^/]+)$/,
    run: async (ports, [wanted = '']) => contact(ports, wanted),
  },
  {
    method: 'GET',
    path: /^\/api\/contacts\/([^/]+)\/timeline$/,
    run: async (ports, [wanted = '']) => {
      const { id } = await contact(ports, wanted);
      return readTimeline(ports, id, timelineRows);
    },
  },
  {
    method: 'GET',
    path: /^\/api\/quarantine\/(\d{4}-\d\d-\d\d)$/,
    run: async ({ quarantine }, [day = '']) => quarantine.list(instantOf(day), quarantineRows),
  },
  {
    method: 'GET',
    path: /^\/api\/doubts$/,
    run: async ({ doubts }) => ({
      pending: await doubts.pending(),
      resolved: await doubts.resolved(),
    }),
  },
];

async function contact(ports: ApiPorts, wanted: string) {
  const found = await findContact(ports, wanted);
  if (!found) throw new Refused(404, 'There is no such contact');
  return found;
}

function instantOf(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new Refused(400, 'There is no such day');
  return at;
}
