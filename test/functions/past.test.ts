// What is read again from the timeline is what rules recorded when it happened: wishes chosen on the page, one click, and
// what became of the mail.
import { expect, test } from 'vitest';
import { createTimeline } from '../../functions/adapters/timeline.ts';
import { rebuilt } from '../../functions/use-cases/past.ts';
import { condition } from '../../workflows/conditions/condition.ts';
import { watchesOf } from '../../workflows/conditions/watches.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openPages, press, put, writeToSara } from '../support/pages.ts';
import { sesEvent } from '../support/ses-events.ts';
import { get, tell, timeline, unsubscribe } from '../support/shop.ts';

const email = (became: string, more: object = {}) => ({ op: 'email', became, ...more });
const left = (topic: string) => ({
  ...{ op: 'performed', event: 'Unsubscribed' },
  where: { property: 'topic', op: 'equals', value: topic },
});
const asked = condition.parse({
  op: 'or',
  rules: [
    ...[email('unsubscribed', { count: { at_least: 9 } }), left('news'), left('offers')],
    ...['sent', 'delivered', 'bounced', 'complained'].map((became) =>
      email(became, { campaign: 'hello' }),
    ),
  ],
});

test('the past of a rule that is published late is the past of one that was there', async () => {
  const workspace = await forThisTest(() => openPages({ asks: false }));
  await put(workspace, '/api/segments/asked', { name: 'Asked', condition: asked });
  const sara = () => get<Contact>(workspace, '/api/contacts/user:sara');

  const page = await writeToSara(workspace);
  const [message = ''] = (await timeline(workspace, 'user:sara')).flatMap(({ messages }) =>
    Object.keys(messages),
  );
  const tags = { message, contact: (await sara()).id, campaign: 'hello' };
  const recipients = [{ emailAddress: 'sara@example.com' }];
  await press(workspace, page, 'topics', (form) => form.delete('topic'));
  await press(workspace, page, 'off');
  await press(workspace, page, 'on');
  await tell(workspace, { type: 'track', event: 'News', userId: 'sara' });
  await unsubscribe(workspace, 'sara@example.com');
  await hearAll(
    workspace,
    sesEvent('Delivery', { tags }),
    sesEvent('Complaint', { tags, part: { complainedRecipients: recipients } }),
    sesEvent('Bounce', { tags, part: { bounceType: 'Permanent', bouncedRecipients: recipients } }),
  );

  const contact = await sara();
  const watches = watchesOf(asked);
  const { observer, tables, now } = workspace.world;
  const ofTimeline = createTimeline(observer, tables.activity);
  const again = await rebuilt(ofTimeline, { contact, watches, now: now() });
  const counts = watches.map(({ key }) => contact.history[key]?.count ?? 0);
  expect(counts).toEqual([3, 1, 0, 1, 1, 1, 1]);
  expect(again).toEqual(contact.history);
});
