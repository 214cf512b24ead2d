// A workspace with campaigns for leads, made of the steps of one test, and Ann, who qualifies.
import { createPost, type Network } from '../../functions/channels/webhook/post.ts';
import type { WebhookEnvironment } from '../../functions/environment.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import { callPorts, handle } from '../../functions/webhook.ts';
import type { Builder } from './builders.ts';
import { identify, type Row, tell, timeline } from './shop.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

/** A webhook function whose every name leads where the test wants it. */
export const webhookThrough = (network: Network): Builder =>
  ((env: WebhookEnvironment, aws: AwsConfig) =>
    handle({ ...callPorts(env, aws), post: createPost(network) })) as unknown as Builder;

interface Program {
  /** The event that triggers it. */
  readonly event: string;
  readonly steps: readonly object[];
}

/** A campaign for each, "leads-0" and so on, that everybody enters as often as the event comes. */
export async function openLeads(
  programs: readonly Program[],
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const holdout = { percent: 0, because: 'a test of what steps do' };
  const publications = programs.map(({ event, steps }, index) => {
    const given = { name: 'Leads', trigger: { event }, reentry: 'always', holdout, steps };
    return { id: `leads-${index}`, body: { campaign: given, templates: {} } };
  });
  const workspace = await openWorkspace(options, publications);
  const traits = { email: 'ann@example.com', plan: 'pro', first_name: 'Ann' };
  await tell(workspace, { ...identify('ann'), traits });
  return workspace;
}

export const qualify = (workspace: Workspace) =>
  tell(workspace, {
    type: 'track',
    event: 'Lead Qualified',
    userId: 'ann',
    properties: { total: 99, secret: 'stays' },
  });

/** Rows of one kind of Ann's timeline, oldest first. */
export const rowsOf = async (workspace: Workspace, kind: Row['kind']): Promise<Row[]> =>
  (await timeline(workspace, 'user:ann')).filter((row) => row.kind === kind).reverse();
