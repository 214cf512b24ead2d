// The test bed: the local runtime on an empty folder, with the sample workspace in it. Its retention
// program may be entered again and again, so that every event of the bench is followed by one mail.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Runtime, startRuntime } from '../../infra/local/runtime.ts';
import { readCampaign } from '../../infra/programs.ts';

export interface Bed {
  readonly runtime: Runtime;
  readonly folder: string;
  /** When SES accepted the mail to each address, of those numbered above `after`. */
  sent(after: number): Map<string, number>;
  /** Stops the runtime; its folder stays. */
  stop(): Promise<void>;
  /** To be called once stopped. */
  remove(): Promise<void>;
}

/** Of an account that has grown: more than this machine sends, so that the pace costs what it costs and holds nothing up. */
const sendLimits = { perSecond: 500, perDay: Number.POSITIVE_INFINITY };

export async function openBed(assembly: string): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-bench-'));
  const runtime = await startRuntime({ dataDir: folder, assembly, sendLimits });
  await publish(runtime);
  return {
    runtime,
    folder,
    sent: (after) => readOutbox(folder, after),
    stop: runtime.close,
    remove: () => rm(folder, { recursive: true }),
  };
}

async function publish({ url, adminToken }: Runtime): Promise<void> {
  const { id, body } = readCampaign('event-based');
  // Every event sends one mail here, as the figures say.
  const sending = { smartSending: false };
  const campaign = { ...(body.campaign as object), reentry: 'always', sending };
  const answer = await fetch(`${url}/api/campaigns/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, campaign }),
  });
  if (!answer.ok) throw new Error(`Publishing: ${answer.status} ${await answer.text()}`);
}

/** Straight from its file: the outbox itself would parse every mail. */
function readOutbox(folder: string, after: number): Map<string, number> {
  const outbox = new DatabaseSync(join(folder, 'outbox.db'), { readOnly: true });
  const rows = outbox.prepare('SELECT recipients, sent FROM mail WHERE seq > ?').all(after);
  outbox.close();
  return new Map(rows.map(({ recipients, sent }) => [String(recipients), Number(sent)]));
}
