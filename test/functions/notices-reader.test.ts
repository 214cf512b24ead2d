// What a registered server is told of a mail on its whole way: that it was delivered, that its reader clicked, that another
// bounced; each once, whatever is repeated.
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test, vi } from 'vitest';
import { type Listening, openListening } from '../support/endpoints.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { follow, openShopWithLinks, told, write } from '../support/reader.ts';
import { sesEvent } from '../support/ses-events.ts';
import { abandon, contactOf, identify, tell } from '../support/shop.ts';

let listening: Listening;
afterEach(async () => {
  await listening.close();
  vi.useRealTimers();
});

/** As a receiver reads them, in its own time: nothing that its library does not verify. */
const heard = () =>
  listening.receiver.received.map(({ headers, body }) => {
    vi.setSystemTime(Number(headers['webhook-timestamp']) * 1_000);
    return new Webhook(listening.secret).verify(body, { ...headers });
  });

test('delivered, clicked and bounced arrive once each, and verify', async () => {
  listening = await openListening({
    events: ['message.delivered', 'message.clicked', 'message.bounced'],
    open: openShopWithLinks,
  });
  const { workspace } = listening;
  const { clicks } = await write(workspace);
  for (let count = 0; count < 2; count += 1) await follow(workspace, clicks[0]);
  const [{ properties = {} } = {}] = await told(workspace);
  const { message_id: message } = properties as { readonly message_id: string };
  const contact = await contactOf(workspace, 'user:ann');
  const tags = { message, contact, campaign: 'offer' };
  const delivery = sesEvent('Delivery', { tags });
  await hearAll(workspace, delivery, delivery);
  await hearAll(workspace, delivery);
  await workspace.world.quiet();

  await tell(workspace, identify('bob', 'bounce@simulator.amazonses.com'), abandon('bob'));
  await workspace.world.advance(60_000);
  expect(heard()).toMatchObject([
    { type: 'message.clicked', data: { message, campaign: 'offer', machine: false } },
    { type: 'message.delivered', data: { message, campaign: 'offer' } },
    { type: 'message.bounced', data: { campaign: 'offer', bounce: 'permanent' } },
  ]);
});
