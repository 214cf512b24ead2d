// A marketer at work: what the API's function can do, done by hand and with its rights, in a shop with customers.

import type { ApiPorts } from '../../functions/api/ports.ts';
import * as api from '../../functions/api.ts';
import { apiPorts } from '../../functions/api-wiring.ts';
import type { ApiEnvironment } from '../../functions/environment.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import { readLanding } from '../../functions/use-cases/move-people.ts';
import { publishCampaign } from '../../functions/use-cases/publish-campaign.ts';
import type { Builder } from './builders.ts';
import { type campaign, identify, openShop, tell } from './shop.ts';
import type { Workspace } from './workspace.ts';

interface Steer {
  readonly steer: (ports: ApiPorts) => Promise<unknown>;
}

/** The API's function, which also does what it is handed. Jobs have two chunks. */
const steered = ((env: ApiEnvironment, aws: AwsConfig) => {
  const ports = { ...apiPorts(env, aws), chunks: 2 };
  const real = api.create(env, aws);
  return (payload: never, context: never) =>
    typeof payload === 'object' && payload !== null && 'steer' in payload
      ? (payload as Steer).steer(ports)
      : real(payload, context);
}) as unknown as Builder;

export async function openMarketing(customers: readonly string[]): Promise<Workspace> {
  const shop = await openShop({ replaced: { api: steered } });
  await tell(shop, ...customers.map((user) => identify(user)));
  return shop;
}

export const steer = <T>({ world }: Workspace, what: (ports: ApiPorts) => Promise<T>): Promise<T> =>
  world.invoke('api', { steer: what }) as Promise<T>;

type Body = ReturnType<typeof campaign>;

/** One of the shop's campaigns with other steps. */
export const withSteps = (body: Body, ...steps: readonly object[]): Body => ({
  ...body,
  campaign: { ...(body.campaign as object), steps },
});

export const publish = (workspace: Workspace, id: string, body: Body) =>
  steer(workspace, (ports) => publishCampaign(ports, id, body, 'ann'));

/** Where a preview found people, once its job is done: "v1 mail → mail: 2". */
export async function placesOf(workspace: Workspace, job: string): Promise<string[]> {
  const { state, places } = await steer(workspace, (ports) => readLanding(ports, job));
  if (state !== 'done') throw new Error(`The preview is ${state}`);
  return places.map(
    ({ version, step, lands = 'leaves', people }) => `v${version} ${step} → ${lands}: ${people}`,
  );
}
