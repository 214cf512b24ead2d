// Names that no template knows, and what whoever wrote them probably meant.
import { describe, expect, test } from 'vitest';
import { readVariables } from '../../../../functions/channels/email/variables.ts';

const said = (mjml: string, subject = 'Hi') =>
  readVariables({ kind: 'marketing', subject, mjml })
    .complaints.map((one) => one.said)
    .join('; ');

describe('a name that does not exist', () => {
  test.each([
    ['{{ contact.first_name }}', 'did you mean person.first_name?'],
    ['{{ profile.city }}', 'did you mean person.city?'],
    ['{{ persn.first_name }}', 'did you mean person.first_name?'],
    ['{{ Customer.first_name }}', 'did you mean customer.first_name?'],
    ['{{ first_name }}', 'did you mean person.first_name?'],
    ['{{ organisation.name }}', 'did you mean organization.name?'],
    ['{{ organization.adress }}', 'did you mean organization.address?'],
    ['{{ organization.logo }}', 'organization.logo does not exist'],
    ['{{ campaign.nme }}', 'did you mean campaign.name?'],
    ['{{ product.titel }}', 'product.titel does not exist'],
    ['{{ unsubscribe_link }}', 'did you mean unsubscribe_url?'],
    ['{{ preference_url }}', 'did you mean preferences_url?'],
    ['{{ preferences_url.x }}', 'preferences_url.x does not exist'],
    ['{{ view_in_browser_url }}', 'view_in_browser_url does not exist; a template can read'],
    ['{{ xyzzy.quux }}', 'a template can read person, customer'],
    ['{{ person.x | upcse }}', 'undefined filter: upcse, line:1, col:1; did you mean upcase?'],
    ['{{ person.x | currency }}', 'did you mean money?'],
    ['{{ person.x | lookup: "y" }}', 'undefined filter: lookup, line:1, col:1'],
    ['\n\n{{ a_b }}', 'body, line 3: a_b does not exist'],
  ])('%s: %s', (mjml, expected) => expect(said(mjml)).toContain(expected));

  test('is told of the subject as well, with its place', () => {
    expect(said('', '{{ contact.x }}')).toBe(
      'subject, line 1: contact.x does not exist; did you mean person.x? a template can read person, customer, user, event, campaign, organization, unsubscribe_url, preferences_url, confirm_url, offer, product',
    );
  });

  test.each(['constructor', '__proto__', 'toString'])('%s is nobody', (name) => {
    expect(said(`{{ ${name} }}`)).toContain(`${name} does not exist`);
    expect(said(`{{ organization.${name} }}`)).toContain('does not exist');
  });
});

test('whatever the organization has can be shown', () => {
  const fields = ['name', 'address', 'website', 'reply_to', 'logo_url', 'privacy_url'];
  expect(said(fields.map((one) => `{{ organization.${one} }}`).join(''))).toBe('');
});
