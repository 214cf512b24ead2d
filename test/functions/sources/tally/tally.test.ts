import { describe, expect, it } from 'vitest';
import { tally } from '../../../../functions/sources/tally/tally.ts';
import { type Posted, readHook } from '../../../support/hooks.ts';

const field = (
  key: string,
  type: string,
  ...[label, value, options]: readonly [string, unknown, (readonly string[])?]
) => ({
  key: `question_${key}`,
  type,
  label,
  value,
  ...(options && { options: options.map((text) => ({ id: `id-${text}`, text })) }),
});
const address = field('a', 'INPUT_EMAIL', 'Adres', 'sara@example.com');

const response = (fields: readonly object[]) => ({
  eventId: 'a4cb511e-d513-4fa5-baee-b815d718dfd1',
  eventType: 'FORM_RESPONSE',
  createdAt: '2026-11-22T11:59:31.889Z',
  data: {
    responseId: '2wgx4n',
    respondentId: 'dwQKYm',
    formId: 'VwbNEw',
    formName: 'Zapytanie',
    createdAt: '2026-11-22T11:59:30.000Z',
    fields,
  },
});
const told = (fields: readonly object[], settings: Posted['settings'] = {}) =>
  readHook(tally, response(fields), { settings }).events[0];

describe('a response to a form of Tally', () => {
  it('is one event with the answers by question, options in their words', () => {
    expect(
      told([
        address,
        field('b', 'INPUT_TEXT', 'Imię', 'Żółć'),
        field('c', 'MULTIPLE_CHOICE', 'Team', ['id-Sales'], ['Sales', 'Support']),
        field('d', 'CHECKBOXES', 'Tools', ['id-A', 'id-C'], ['A', 'B', 'C']),
        field('d_id-A', 'CHECKBOXES', 'Tools (A)', true),
        field('d_id-B', 'CHECKBOXES', 'Tools (B)', false),
        field('e', 'INPUT_NUMBER', 'Seats', 5),
        field('f', 'TEXTAREA', 'Why', null),
        field('g', 'HIDDEN_FIELDS', 'utm_campaign', 'spring'),
        field('h', 'INPUT_PHONE_NUMBER', 'Phone', '+48501501501'),
      ]),
    ).toMatchObject({
      name: 'Form Submitted',
      email: 'sara@example.com',
      traits: { phone: '+48501501501' },
      timestamp: Date.UTC(2026, 10, 22, 11, 59, 30),
      properties: {
        form: 'Zapytanie',
        response_id: '2wgx4n',
        utm_campaign: 'spring',
        answers: { Imię: 'Żółć', Team: 'Sales', Tools: ['A', 'C'], Seats: 5 },
      },
    });
  });

  it('says nothing twice', () => {
    const tools = [
      address,
      field('d', 'CHECKBOXES', 'Tools', ['id-A'], ['A', 'B']),
      field('d_id-A', 'CHECKBOXES', 'Tools (A)', true),
    ];
    expect(told(tools)?.properties?.answers).toEqual({ Tools: ['A'] });
  });

  it('consents by the ticked box that the owner has named, by its words or its key', () => {
    const box = (ticked: readonly string[]) =>
      field('n', 'CHECKBOXES', 'News', ticked, ['Send me news']);
    const consent = (one: object, name: string) => told([address, one], { consent: name })?.consent;
    expect(consent(box(['id-Send me news']), 'News')).toEqual({
      status: 'subscribed',
      method: 'form',
      wording: 'News Send me news',
    });
    expect(consent(box(['id-Send me news']), 'question_n')?.status).toBe('subscribed');
    expect(consent(box([]), 'News')).toBeUndefined();
    expect(consent(box(['id-Send me news']), 'Other')).toBeUndefined();
    const choice = (id: string) => field('m', 'MULTIPLE_CHOICE', 'News?', [id], ['No', 'Yes']);
    expect(consent(choice('id-No'), 'News?')).toBeUndefined();
    expect(consent(choice('id-Yes'), 'News?')?.status).toBe('subscribed');
    const refusal = field('n', 'CHECKBOXES', 'News', ['id-Nie'], ['Nie']);
    expect(consent(refusal, 'News')).toBeUndefined();
    const optOut = field('n', 'CHECKBOXES', 'News', ['id-No mail'], ['No mail']);
    expect(consent(optOut, 'News')).toBeUndefined();
  });

  it('of nobody is set aside, and the address may be any question that the owner names', () => {
    const asText = field('z', 'INPUT_TEXT', 'Gdzie pisać?', 'sara@example.com');
    expect(readHook(tally, response([asText])).rejected).toHaveLength(1);
    expect(told([asText], { email: 'Gdzie pisać?' })?.email).toBe('sara@example.com');
    expect(readHook(tally, { ...response([address]), eventType: 'OTHER' }).rejected).toHaveLength(
      1,
    );
  });

  it('is one however often Tally sends it', () => {
    expect(told([address])?.id).toBe(told([address, field('y', 'INPUT_TEXT', 'x', 'y')])?.id);
  });
});
