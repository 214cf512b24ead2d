import { describe, expect, it } from 'vitest';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import { typeform } from '../../../../functions/sources/typeform/typeform.ts';
import { haveFixtures } from '../../../support/fixtures.ts';
import { hookRequest, type Posted, readHook, recordedHook } from '../../../support/hooks.ts';

const question = (ref: string, type: string, title: string, choices?: readonly string[]) => ({
  id: `id_${ref}`,
  ref,
  type,
  title,
  ...(choices && { choices: choices.map((label) => ({ label })) }),
});
const uuid = '01234567-89ab-4cde-8f01-23456789abcd';
const fields = [
  question('your_email', 'email', 'Your address?'),
  question(uuid, 'short_text', 'نام شما؟'),
  question('team', 'multiple_choice', 'Team?', ['Sales', 'Support']),
  question('tools', 'multiple_choice', 'Tools?', ['A', 'B', 'C']),
  question('terms', 'legal', 'I accept the terms.'),
  question('news', 'multiple_choice', 'News', ['Send me news']),
  question('off', 'yes_no', 'Shall we leave you off the list?'),
  question('maybe', 'multiple_choice', 'News?', ['No', 'Yes']),
];
const answer = (ref: string, type: string, value: unknown) => ({
  type,
  [type]: value,
  field: { id: `id_${ref}`, ref, type },
});
const address = answer('your_email', 'email', 'sara@example.com');

const response = (answers: readonly object[], others: object = {}) => ({
  event_id: '01JQEVENT',
  event_type: 'form_response',
  form_response: {
    form_id: 'lT4Z3j',
    token: 'a3a12ec6',
    submitted_at: '2026-11-22T11:59:30Z',
    hidden: { utm_source: 'mail', user_id: 'u1' },
    definition: { id: 'lT4Z3j', title: 'Demo', fields },
    answers,
    ...others,
  },
});
const told = (answers: readonly object[], settings: Posted['settings'] = {}) =>
  readHook(typeform, response(answers), { settings }).events[0];

describe('a response to a typeform', () => {
  it('is one event with the answers by question, and the address found by its type', () => {
    const event = told([
      address,
      answer(uuid, 'text', 'سارا'),
      answer('team', 'choice', { label: 'Sales' }),
      answer('tools', 'choices', { labels: ['A', 'C'], other: 'D' }),
      answer('age', 'number', 42),
    ]);
    expect(event).toMatchObject({
      name: 'Form Submitted',
      email: 'sara@example.com',
      source: 'typeform/shop',
      timestamp: Date.UTC(2026, 10, 22, 11, 59, 30),
      properties: {
        form: 'Demo',
        form_id: 'lT4Z3j',
        response_id: 'a3a12ec6',
        utm_source: 'mail',
        hidden: { user_id: 'u1' },
        answers: { 'نام شما؟': 'سارا', team: 'Sales', tools: ['A', 'C', 'D'], age: 42 },
      },
    });
    expect(event).not.toHaveProperty('consent');
  });

  it('fills the attributes that the owner has named', () => {
    const settings = {
      traits: { first_name: 'نام شما؟', source: 'utm_source' },
      event: 'Demo Requested',
    };
    const phone = answer('phone', 'phone_number', '+48501501501');
    expect(told([address, phone, answer(uuid, 'text', 'سارا')], settings)).toMatchObject({
      name: 'Demo Requested',
      traits: {
        first_name: 'سارا',
        source: 'mail',
        phone: '+48501501501',
        email: 'sara@example.com',
      },
    });
  });

  it('consents only by the question that the owner has named, and only by a yes', () => {
    const consent = (one: object, settings: NonNullable<Posted['settings']>) =>
      told([address, one], settings)?.consent;
    const terms = answer('terms', 'boolean', true);
    expect(consent(terms, {})).toBeUndefined();
    expect(consent(terms, { consent: 'news' })).toBeUndefined();
    expect(consent(terms, { consent: 'terms', consent_version: '2026-05' })).toEqual({
      status: 'subscribed',
      method: 'form',
      wording: 'I accept the terms.',
      version: '2026-05',
    });
    expect(consent(answer('terms', 'boolean', false), { consent: 'terms' })).toBeUndefined();
    const box = answer('news', 'choices', { labels: ['Send me news'] });
    expect(consent(box, { consent: 'news' })?.wording).toBe('News Send me news');
    expect(consent(answer('news', 'choices', { labels: [] }), { consent: 'news' })).toBeUndefined();
    const chosen = (label: string) =>
      consent(answer('maybe', 'choice', { label }), { consent: 'maybe' });
    expect(['Yes', 'Tak', 'بله'].map((label) => chosen(label)?.status)).toEqual(
      Array(3).fill('subscribed'),
    );
    expect(consent(answer('off', 'boolean', true), { consent: 'off' })).toBeUndefined();
    expect(['No', 'Nie', 'نه', 'Maybe'].map(chosen)).toEqual(Array(4).fill(undefined));
  });

  it('of nobody is set aside; an address in the link stands in', () => {
    const nobody = readHook(typeform, response([]));
    expect(nobody).toMatchObject({
      events: [],
      rejected: [{ reason: expect.stringMatching(/^Nobody/) }],
    });
    const known = response([], { hidden: { email: 'sara@example.com' } });
    expect(readHook(typeform, known).events[0]?.email).toBe('sara@example.com');
    expect(readHook(typeform, { ...response([address]), event_type: 'other' }).events).toEqual([]);
  });
});

describe.runIf(haveFixtures)('the recorded response', () => {
  it('is signed by Typeform', () => {
    const { secret, headers, body } = recordedHook('typeform-form-response');
    const posted = {
      headers,
      settings: { consent: 'consent', traits: { first_name: 'first_name' } },
    };
    expect(verify(hookRequest(typeform, body, posted), 'typeform', [secret])).toBeUndefined();
    expect(readHook(typeform, body, posted).events).toMatchObject([
      {
        email: 'sara@example.com',
        traits: { first_name: 'سارا' },
        consent: { status: 'subscribed', method: 'form', wording: 'Consent' },
      },
    ]);
  });
});
