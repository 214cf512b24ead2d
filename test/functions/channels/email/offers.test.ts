// What a mail may show of an offer: known at publishing, filled in from what was granted.
import { describe, expect, it } from 'vitest';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { RenderError, render } from '../../../../functions/channels/email/render.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const compiled = (text: string) =>
  compileTemplate('offer', {
    kind: 'transactional',
    subject: '{{ offer.name }}',
    mjml: mjml(text),
  });

const data = {
  person: {},
  event: {},
  campaign: { id: 'cross-sell', name: 'Cross-sell' },
  organization: { name: 'Acme', address: 'Springfield' },
};
const offer = {
  id: 'tv',
  name: 'Free <cable> TV',
  kind: 'free_subscription',
  value: '19.9',
  until: '2026-02-01T09:00:00.000Z',
  product: { id: 'cable-tv', name: 'Cable TV', price: '19.9', currency: 'EUR' },
};

describe('a mail with an offer', () => {
  it('shows the offer, its end, and the product', async () => {
    const text =
      "{{ product.name }} {{ product.price }} {{ product.currency }} until {{ offer.until | date: '%-d %B' }}";
    const mail = render(await compiled(text), { ...data, offer });
    expect(mail.subject).toBe('Free <cable> TV');
    expect(mail.text.trim()).toBe('Cable TV 19.9 EUR until 1 February');
  });

  it('is not sent with a hole where nothing was offered, or nothing is said', async () => {
    const template = await compiled('{{ offer.code }}');
    expect(() => render(template, data)).toThrow(RenderError);
    expect(() => render(template, { ...data, offer })).toThrow(/offer.code/);
    const patient = await compiled("{{ offer.code | default: 'none needed' }}");
    expect(render(patient, { ...data, offer }).text.trim()).toBe('none needed');
  });

  it('may not tell what an offer costs us, nor what nobody knows', async () => {
    await expect(compiled('{{ offer.cost }}')).rejects.toThrow('offer.cost does not exist');
    await expect(compiled('{{ product.stock }}')).rejects.toThrow('product.stock does not exist');
    await expect(compiled('{{ offer.product.name }}')).rejects.toThrow('does not exist');
  });
});
