// A shop whose owner has registered a server for what happens to messages.

import { serve } from '../../functions/api.ts';
import { apiPorts } from '../../functions/api-wiring.ts';
import { createPost, type Network } from '../../functions/channels/webhook/post.ts';
import type { ApiEnvironment } from '../../functions/environment.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import type { NoticeType } from '../../functions/notice-ports.ts';
import type { Builder } from './builders.ts';
import { webhookThrough } from './leads.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { ask } from './sender.ts';
import { openShop } from './shop.ts';
import type { Workspace } from './workspace.ts';

/** An API whose every name leads where the test wants it. */
const apiThrough = (network: Network): Builder =>
  ((env: ApiEnvironment, aws: AwsConfig) =>
    serve({ ...apiPorts(env, aws), post: createPost(network) })) as unknown as Builder;

export interface Listening {
  readonly workspace: Workspace;
  readonly receiver: Receiver;
  readonly secret: string;
  /** Asks about the endpoint: "" for itself, "/test", … */
  readonly about: <T>(method: string, more?: string, body?: unknown) => ReturnType<typeof ask<T>>;
  readonly close: () => Promise<void>;
}

interface Wanted {
  readonly events: readonly NoticeType[];
  readonly include?: readonly 'email'[];
  /** Statuses in turn, and then the last. */
  readonly answers?: readonly number[];
  readonly network?: Partial<Network>;
  /** Whose messages they are; a shop's unless said otherwise. */
  readonly open?: typeof openShop;
}

export async function openListening(wanted: Wanted): Promise<Listening> {
  const { events, include = [], answers = [200], network = {}, open = openShop } = wanted;
  const receiver = await openReceiver((response, _, count) => {
    response.writeHead(answers[Math.min(count, answers.length) - 1] ?? 200).end();
  });
  const through = { ...receiver.network, ...network };
  const replaced = { webhook: webhookThrough(through), api: apiThrough(through) };
  const workspace = await open({ replaced });
  const about: Listening['about'] = (method, more = '', body = undefined) =>
    ask(workspace.world, workspace.keys.adminToken, {
      ...{ method, path: `/api/webhook-endpoints/crm${more}` },
      ...(body !== undefined && { body }),
    });
  const put = await about<{ secret: string }>('PUT', '', { url: receiver.url, events, include });
  const close = async () => {
    workspace.world.close();
    await receiver.close();
  };
  return { workspace, receiver, secret: put.secret ?? '', about, close };
}
