// What SES says of a mail, doubled, late and out of order, while whoever hears it dies at each of its calls: contacts,
// timeline and messages come to the same end, every notice is delivered, and nothing is counted twice.
import { expect } from 'vitest';
import type { WebhookEnvironment } from '../../functions/environment.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import { callPorts, handle } from '../../functions/webhook.ts';
import type { Builder, FunctionName } from '../support/builders.ts';
import type { Fate } from '../support/instance.ts';
import { sesEvent } from '../support/ses-events.ts';
import { campaign, get, type Row, timeline } from '../support/shop.ts';
import type { Call } from '../support/world.ts';
import { endState } from './end-state.ts';
import { openPrepared } from './prepared.ts';
import { batch, day, hour, identify, track } from './website.ts';

const puts = () => [
  { path: '/api/campaigns/receipt', body: campaign('Order Completed', 'transactional', 'Order') },
  // Its mail has a hole, and is withheld at the last moment.
  {
    path: '/api/campaigns/holed',
    body: campaign('Order Completed', 'transactional', 'Order {{ event.hole }}'),
  },
  {
    path: '/api/webhook-endpoints/crm',
    body: {
      url: 'https://hooks.example.com/in',
      events: ['sent', 'delivered', 'bounced', 'complained', 'withheld'].map(
        (what) => `message.${what}`,
      ),
    },
  },
];

/** Somebody else's server that always takes what it is told, and remembers under which id. */
const listening = (told: Set<string>): Builder =>
  ((env: WebhookEnvironment, aws: AwsConfig) =>
    handle({
      ...callPorts(env, aws),
      post: async ({ body, headers }) => {
        told.add(`${JSON.parse(body).type} ${headers['webhook-id']}`);
        return { kind: 'answered', status: 200 };
      },
    })) as unknown as Builder;

type Choose = (call: Call) => Fate;

async function run(fate: Choose) {
  const told = new Set<string>();
  const replaced = { webhook: listening(told) };
  const workspace = await openPrepared('feedback', puts, { replaced, fate });
  const { world } = workspace;
  try {
    await batch(workspace, identify);
    await world.advance(hour);
    await batch(workspace, track('Order Completed', { number: '1' }));
    await world.advance(hour);
    const rows: Row[] = await timeline(workspace, 'user:u-1');
    const asked = rows.flatMap(({ messages }) => Object.entries(messages));
    const message = asked.find(([, status]) => status === 'sent')?.[0] ?? '';
    const [{ contact = '' } = {}] = rows;
    const recipients = [{ emailAddress: identify.traits.email, action: 'failed' }];
    const said = (name: string, at: number, part: object = {}) =>
      JSON.stringify(
        sesEvent(name, {
          tags: { message, contact, campaign: 'receipt' },
          part: {
            ...{ bouncedRecipients: recipients, complainedRecipients: recipients },
            timestamp: new Date(world.now() + at).toISOString(),
            ...part,
          },
        }),
      );
    const full = { bounceType: 'Transient', bounceSubType: 'MailboxFull' };
    const events = [
      said('Complaint', day),
      said('Send', 0),
      said('Bounce', 9 * day, full),
      said('Delivery', hour),
      said('Bounce', 2 * day, full),
      said('Bounce', 5 * day, full),
    ];
    for (const some of [events.slice(0, 3), events.slice(2), events.toReversed()]) {
      world.queues.send(
        world.queueOf('feedback'),
        some.map((body) => ({ body })),
      );
      await world.advance(2 * hour);
    }
    const { days } = await get<{ days: { counts: Record<string, string> }[] }>(
      workspace,
      '/api/campaigns/receipt/results',
    );
    const { mails, ...state } = await endState(world);
    // SES names its mails by chance.
    const sent = Object.values(mails);
    return { state: { ...state, sent }, told: [...told].sort(), days, calls: world.calls };
  } finally {
    world.close();
  }
}

const sides = ['die_before', 'die_after'] as const;

type End = Awaited<ReturnType<typeof run>>;

/** Estimates may lose what whoever died had not added yet. */
function countedTwice(calm: End, end: End): string[] {
  const total = ({ days }: End, name: string) =>
    days.reduce((sum, { counts }) => sum + Number(counts[name] ?? 0), 0);
  return ['bounced', 'soft_bounced', 'complained', 'delivered'].filter(
    (name) => total(end, name) > total(calm, name),
  );
}

/** Kills it at so many of its calls, evenly spread over both sides of them; all unless said otherwise. */
export async function killAt(only: FunctionName, most = Number.POSITIVE_INFINITY): Promise<void> {
  const calm = await run(() => 'live');
  expect(calm.told).toHaveLength(7);
  expect(calm.days.at(-1)?.counts).toMatchObject({ complained: '1', soft_bounced: '3' });
  const points = calm.calls.filter((call) => call.function === only);
  expect(points.length).toBeGreaterThan(8);
  const step = Math.max(1, Math.ceil((2 * points.length) / most));
  const all = points.flatMap(({ number }) => sides.map((side) => ({ number, side })));
  for (const { number, side } of all.filter((_, at) => at % step === 0)) {
    const end = await run((call) => (call.number === number ? side : 'live'));
    const where = `${side} ${number}`;
    expect(end.state, where).toEqual(calm.state);
    expect(end.told, where).toEqual(calm.told);
    expect(countedTwice(calm, end), where).toEqual([]);
  }
}
