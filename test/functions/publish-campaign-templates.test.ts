// Templates are tried at publishing: what could never be sent is refused, and what strangers would not get is told.
import { describe, expect, it, test } from 'vitest';
import { readPrograms } from '../../infra/programs.ts';
import { footer, mail, minimal, publish, refusal, withSteps } from '../support/publishing.ts';

test('a template that takes more than a mail may is refused', async () => {
  const endless = '{% for i in (1..100000000) %}{{ i }}{% endfor %}';
  for (const text of [endless, `{{ person.first_name }} ${endless}`]) {
    const message = await refusal(minimal, {
      hello: mail(`<mj-text>${text}</mj-text>${footer}`),
    });
    expect(message).toContain('limit exceeded');
    expect(message).toContain('→ at templates.hello');
  }
});

describe('what a stranger would not get is told at publishing', () => {
  const reading = (text: string) => ({ hello: mail(`<mj-text>${text}</mj-text>${footer}`) });
  const at = 'templates.hello';

  it('with every name that is missing, and how to write it', async () => {
    const text = 'Hi {{ person.first_name }}, {{ event.topic }}, {{ customer.city }}';
    expect((await publish(minimal, reading(text))).warnings).toEqual([
      {
        at,
        message:
          "Template hello: a contact without first_name gets no mail from it; write {{ person.first_name | default: '…' }}",
      },
      { at, message: expect.stringContaining('an event without topic gets no mail from it') },
      { at, message: expect.stringContaining("write {{ customer.city | default: '…' }}") },
    ]);
  });

  it('of a subject that would be empty', async () => {
    const { hello: empty } = reading('Hi');
    const subject = "{{ person.first_name | default: '' }}";
    const { warnings } = await publish(minimal, { hello: { ...empty, subject } });
    expect(warnings).toEqual([{ at, message: expect.stringContaining('the subject is empty') }]);
  });

  it.each([
    ['an amount of the event', '{{ event.total | money }}', minimal],
    [
      'what is asked for first',
      '{% if event.total %}{{ event.total | money }}{% endif %}',
      minimal,
    ],
    ['an amount of the person', '{{ person.credit | default: 5 | money }}', minimal],
    [
      'an amount beside an offer, which may have no product',
      '{{ offer.name }} {{ event.total | money }}',
      withSteps({ offer: {}, granted: [{ send: 'hello' }] }),
    ],
  ])('of money without a currency: %s', async (_, text, campaign) => {
    const { warnings } = await publish(campaign, reading(text));
    const message = expect.stringContaining("or say it: money: 'EUR'");
    expect(warnings).toContainEqual({ at, message });
    const said = await publish(campaign, reading(text.replace('money', "money: 'PLN'")));
    expect(said.warnings).not.toContainEqual({ at, message });
  });

  it.each([
    ['has a default', "Hi {{ person.first_name | default: 'you' }}"],
    ['asks first', '{% if event.topic %}{{ event.topic }}{% endif %}'],
  ])('but not where the template %s', async (_, text) => {
    expect((await publish(minimal, reading(text))).warnings).toEqual([]);
  });

  it('nor of an offer that a step makes', async () => {
    const making = withSteps({ offer: {}, granted: [{ send: 'hello' }] });
    const text = '{{ offer.name }} {{ offer.until }} {{ product.price }}';
    expect((await publish(making, reading(text))).warnings).toEqual([]);
  });
});

test('a mail that Gmail would clip is told at publishing, in its language', async () => {
  const large = `<mj-text>${'a long letter '.repeat(8_000)}</mj-text>${footer}`;
  const templates = {
    hello: {
      ...mail(`<mj-text>Hello</mj-text>${footer}`),
      variants: { pl: { subject: 'Witaj', mjml: mail(large).mjml } },
    },
  };
  expect((await publish(minimal, templates)).warnings).toEqual([
    {
      at: 'templates.hello',
      message: expect.stringMatching(
        /^Template hello, in pl: Gmail clips mails above 102400 bytes, and this one has \d+$/,
      ),
    },
  ]);
});

test.each(readPrograms())(
  '$name, as shipped, has a default wherever it may be needed',
  async ({ campaigns }) => {
    const published = await Promise.all(
      campaigns.map(({ id, body }) => publish(body.campaign as object, body.templates, id)),
    );
    const said = published.flatMap(({ warnings }) => warnings.map(({ message }) => message));
    expect(said.filter((message) => message.includes('gets no mail'))).toEqual([]);
  },
);
