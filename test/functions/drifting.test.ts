// Somebody drifts away, through the whole system: nothing happens any more, and a mail goes out all the same.
import { afterEach, describe, expect, it } from 'vitest';
import { identify, mailed, tell, timeline } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const publications = [
  {
    id: 'win-back',
    body: {
      campaign: {
        name: 'Win-back',
        trigger: { drifting: { orders: 2, worth: { cost: 1.5, margin: 0.3, chance: 0.05 } } },
        basis: 'soft_opt_in',
        reentry: 'always',
        goal: { event: 'Order Completed', within: '90 days' },
        steps: [{ send: 'ask' }, { wait: { for: '10 days' } }, { send: 'ask', id: 'again' }],
      },
      templates: {
        ask: {
          kind: 'transactional',
          subject: '{{ event.days_silent }} days',
          mjml: mjml('You were worth {{ event.worth_per_year }}'),
        },
      },
    },
  },
];
const day = 86_400_000;
const order = (user: string, revenue: number) => ({
  type: 'track',
  event: 'Order Completed',
  userId: user,
  properties: { revenue, currency: 'EUR' },
});

let workspace: Workspace;
afterEach(() => workspace.world.close());

async function twoOrders(revenue: number) {
  workspace = await openWorkspace({}, publications);
  await tell(workspace, identify('sara'), order('sara', revenue));
  await workspace.world.advance(14 * day);
  await tell(workspace, order('sara', revenue));
}
const reasons = async () =>
  (await timeline(workspace, 'user:sara')).flatMap(({ transitions }) =>
    transitions.flatMap((one) => ('because' in one ? [one.because] : [])),
  );

describe('a customer who drifts away', () => {
  it('is written to when the silence is long for them, and told why in the timeline', async () => {
    await twoOrders(100);
    await workspace.world.advance(85 * day);
    expect(await mailed(workspace)).toEqual([]);
    await workspace.world.advance(2 * day);
    const [letter] = await workspace.world.outbox.letters();
    expect(letter).toMatchObject({ subject: '86 days', to: 'sara@example.com' });
    expect(letter?.text).toContain('You were worth 200');
    expect(await reasons()).toContainEqual(
      expect.stringMatching(
        /^no order for 86 days, usual is 29 days, of their own 1 gap; expected/,
      ),
    );
  });

  it('hears nothing more once they have bought', async () => {
    await twoOrders(100);
    await workspace.world.advance(91 * day);
    await tell(workspace, order('sara', 20));
    await workspace.world.advance(30 * day);
    expect(await mailed(workspace)).toHaveLength(1);
  });

  it('is left alone when they are not worth the cost', async () => {
    await twoOrders(10);
    await workspace.world.advance(200 * day);
    expect(await mailed(workspace)).toEqual([]);
    expect(await reasons()).toContainEqual(
      expect.stringContaining('expected gain 0.30 (5% chance × 30% margin × 20.00 a year)'),
    );
  });
});
