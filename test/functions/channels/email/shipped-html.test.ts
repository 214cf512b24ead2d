// The HTML of the shipped mails, judged by a validator that knows what is written down, and not what mailboxes forgive.
import { type ConfigData, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { renderShipped, shippedMails, strangerTo } from '../../../support/shipped-mails.ts';

/** Everything that it knows, but for what mail is built from: tables that lay out, styles in their place. */
const rules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Outlook reads `width`, `align` and `bgcolor`, and conditional comments; Gmail keeps styles in their place.
    'no-deprecated-attr': 'off',
    'no-conditional-comment': 'off',
    'no-inline-style': 'off',
    // As MJML writes them.
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'presentation-role-style': 'off',
    'void-style': 'off',
  },
};

const validator = new HtmlValidate(rules);

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${ruleId}, line ${line}: ${message}`),
  );
}

test.each(shippedMails.map((mail) => [`${mail.name} in ${mail.language}`, mail] as const))(
  '%s is HTML as it is written down',
  async (_, mail) => {
    const logo = { logo_url: 'https://shop.example.com/logo.png' };
    const known = (await renderShipped(mail)).html;
    expect(await faultsOf(known)).toEqual([]);
    const stranger = strangerTo(mail);
    const organization = { ...stranger.organization, ...logo };
    expect(await faultsOf((await renderShipped(mail, { ...stranger, organization })).html)).toEqual(
      [],
    );
  },
);

test('a mail that is torn is told', async () => {
  const [mail] = shippedMails;
  if (!mail) throw new Error('There are no mails');
  const { html } = await renderShipped(mail);
  const torn = html.replace('</h1>', '').replace('<body', '<img src="https://a.example/b"><body');
  expect((await faultsOf(torn)).join('\n')).toMatch(/close-order|element-permitted/);
});
