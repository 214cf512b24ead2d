// SES's ten events in any order, late, doubled and in any batch: what they come to is the same, and each counts once.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MessageStory } from '../../functions/use-cases/read-messages.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { catchLog } from '../support/log-lines.ts';
import { documentedEvents, sesEvent } from '../support/ses-events.ts';
import { get, identify, openShop, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

/** Who hears them as SES would tell them, and who hears them mixed; the same events. */
interface Pair {
  readonly calm: readonly string[];
  readonly mixed: readonly string[];
}

const shapes = [...documentedEvents, 'Transient'];

/** Every event at least once in the mix, some twice. */
const pairs = fc.subarray(shapes, { minLength: 2 }).chain((calm) =>
  fc
    .subarray(calm)
    .chain((again) =>
      fc.shuffledSubarray([...calm, ...again], { minLength: calm.length + again.length }),
    )
    .map((mixed): Pair => ({ calm, mixed })),
);

const sample = fc.sample(pairs, { numRuns: 12, seed: 5 });
const whole: Pair = { calm: shapes, mixed: [...shapes, ...shapes].reverse() };
const all = [whole, ...sample];

let workspace: Workspace;
beforeAll(async () => {
  catchLog();
  workspace = await openShop();
  const people = all.flatMap((_, at) => [`calm${at}`, `mixed${at}`]);
  await tell(workspace, ...people.map((user) => identify(user, `${user}@gmail.com`)));
  await tell(workspace, ...people.map((user) => order(user)));
  const heard = await Promise.all(
    all.flatMap(({ calm, mixed }, at) => [
      eventsFor(`calm${at}`, calm),
      eventsFor(`mixed${at}`, mixed),
    ]),
  );
  // In batches of three, so that some of a mail lie in one batch and some do not.
  const events = heard.flat();
  for (let at = 0; at < events.length; at += 3) {
    expect(await hearAll(workspace, ...events.slice(at, at + 3))).toEqual([]);
  }
  return () => workspace.world.close();
}, 300_000);

const messagesOf = async (user: string) =>
  (await get<{ items: MessageStory[] }>(workspace, `/api/contacts/user:${user}/messages`)).items;

async function eventsFor(user: string, names: readonly string[]): Promise<object[]> {
  const [mail] = await messagesOf(user);
  const { id: contact } = await get<Contact>(workspace, `/api/contacts/user:${user}`);
  const tags = { message: mail?.message ?? '', contact, campaign: mail?.campaign ?? '' };
  const emailAddress = `${user}@gmail.com`;
  const recipients = [{ emailAddress, action: 'failed' }];
  const part = {
    ...{ bouncedRecipients: recipients, complainedRecipients: recipients },
    ...{ delayedRecipients: recipients, recipients: [emailAddress] },
  };
  const about = { tags, part, mail: { messageId: `ses-${user}`, destination: [emailAddress] } };
  return names.map((name) =>
    name === 'Transient'
      ? sesEvent('Bounce', {
          ...about,
          part: { ...part, bounceType: name, timestamp: '2026-01-06T09:00:00Z' },
        })
      : sesEvent(name, about),
  );
}

const plain = ({ message: _, enrollment: __, decidedAt: ___, ...story }: MessageStory) => story;

describe('what SES says of a mail', () => {
  test.each(all.map((pair, at) => [at, pair.mixed.join(' ')] as const))(
    'comes to the same end: %i, %s',
    async (at) => {
      const [calm, mixed] = await Promise.all([messagesOf(`calm${at}`), messagesOf(`mixed${at}`)]);
      expect(mixed.map(plain)).toEqual(calm.map(plain));
      const reasons = await Promise.all(
        ['calm', 'mixed'].map((who) => get<Contact>(workspace, `/api/contacts/user:${who}${at}`)),
      );
      const [one, other] = reasons.map(({ suppressions, softBounces, reachedAt }) => ({
        suppressed: suppressions.map(({ reason }) => reason),
        ...{ softBounces: softBounces?.at, reachedAt },
      }));
      expect(other).toEqual(one);
    },
  );

  test('counts once, however often it comes', async () => {
    const { days } = await get<{ days: { counts: Record<string, string> }[] }>(
      workspace,
      '/api/campaigns/receipt/results',
    );
    const times = (name: string) =>
      2 * all.filter(({ calm }) => calm.includes(name)).length || undefined;
    const count = (name: string) => Number(days[0]?.counts[name] ?? 0) || undefined;
    expect({
      bounced: count('bounced'),
      soft: count('soft_bounced'),
      complained: count('complained'),
      delayed: count('delayed'),
      delivered: count('delivered'),
    }).toEqual({
      bounced: times('Bounce'),
      soft: times('Transient'),
      complained: times('Complaint'),
      delayed: times('DeliveryDelay'),
      delivered: times('Delivery'),
    });
    expect(await get(workspace, '/api/deliverability')).toMatchObject({
      domains: [
        {
          ...{ domain: 'gmail.com', sent: 2 * all.length, bounced: times('Bounce') ?? 0 },
          ...{ delayed: times('DeliveryDelay') ?? 0, delivered: times('Delivery') ?? 0 },
        },
      ],
    });
  });
});
