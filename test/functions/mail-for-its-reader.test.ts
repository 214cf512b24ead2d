// A mail on its way through the whole system is written for whom it is sent to: in their language and their zone.
import { expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const words =
  "{{ event.at | date: '%-d %B, %H:%M' }}, {{ event.total | money }}, {{ organization.website }}";

test('the language of the variant, the zone of the contact or of the workspace, the currency of the event', async () => {
  const shop = await forThisTest(openShop);
  const template = { kind: 'transactional', subject: 'When', mjml: mjml(words) };
  const said = { subject: 'کی', mjml: mjml(words) };
  const campaign = { name: 'Visit', trigger: { event: 'Visit Booked' }, steps: [{ send: 'when' }] };
  const path = '/api/campaigns/visit';
  const put = (to: string, body: object) =>
    ask(shop.world, shop.keys.adminToken, { method: 'PUT', path: to, body });
  await put('/api/organization', { name: 'A', address: '1 Road', website: 'https://a.example' });
  const templates = { when: { ...template, variants: { fa: said } } };
  await put('/api/workspace', { zone: 'Europe/Warsaw', holdout: 0 });
  expect(await put(path, { campaign, templates })).toMatchObject({ status: 200 });
  const booked = (userId: string) => ({
    ...{ type: 'track', event: 'Visit Booked', userId },
    properties: { at: '2026-12-31T22:30:00Z', total: '1234.5', currency: 'EUR' },
  });
  const traits = { locale: 'fa-IR', timezone: 'Asia/Tehran' };
  await tell(shop, { ...identify('ann') }, { ...identify('sara') });
  await tell(shop, { type: 'identify', userId: 'sara', traits }, booked('ann'), booked('sara'));
  expect(await get(shop, '/api/contacts/user:sara')).toMatchObject({ traits });
  const textTo = async (to: string) => (await shop.world.outbox.letters({ to })).at(-1)?.text;
  expect(await textTo('ann@example.com')).toContain(
    '31 December, 23:30, €1,234.50, https://a.example',
  );
  expect(await textTo('sara@example.com')).toContain('۱۱ دی, ۰۲:۰۰, \u200e€۱٬۲۳۴٫۵۰');
});
