import { describe, expect, it } from 'vitest';
import { calendly } from '../../../../functions/sources/calendly/calendly.ts';
import { type Posted, readHook } from '../../../support/hooks.ts';

const api = 'https://api.calendly.com';
const invitee = {
  uri: `${api}/scheduled_events/E1/invitees/I1`,
  email: 'sara@example.com',
  name: 'سارا Żółć',
  first_name: null,
  last_name: null,
  status: 'active',
  timezone: 'Europe/Warsaw',
  rescheduled: false,
  old_invitee: null as string | null,
  new_invitee: null as string | null,
  cancel_url: 'https://calendly.com/cancellations/I1',
  reschedule_url: 'https://calendly.com/reschedulings/I1',
  questions_and_answers: [
    { question: 'What about?', answer: 'Pricing', position: 0 },
    { question: 'May we write to you?', answer: 'Yes', position: 1 },
  ],
  tracking: { utm_campaign: 'spring', utm_source: null, salesforce_uuid: null },
  scheduled_event: {
    uri: `${api}/scheduled_events/E1`,
    name: 'Demo',
    start_time: '2026-11-25T09:00:00.000000Z',
    end_time: '2026-11-25T09:30:00.000000Z',
    location: { type: 'zoom', join_url: 'https://zoom.example/j/1' },
    event_memberships: [{ user_email: 'host@example.com' }],
  },
};
const webhook = (event: string, others: object = {}) => ({
  created_at: '2026-11-22T11:59:30.000000Z',
  created_by: `${api}/users/U1`,
  event,
  payload: { ...invitee, ...others },
});
const told = (event: string, others: object = {}, settings: Posted['settings'] = {}) =>
  readHook(calendly, webhook(event, others), { settings });

describe('a meeting in Calendly', () => {
  it('is booked by somebody in a time zone', () => {
    expect(told('invitee.created').events).toMatchObject([
      {
        name: 'Meeting Booked',
        email: 'sara@example.com',
        traits: { name: 'سارا Żółć', timezone: 'Europe/Warsaw' },
        timestamp: Date.UTC(2026, 10, 22, 11, 59, 30),
        properties: {
          meeting: 'Demo',
          start_time: '2026-11-25T09:00:00.000000Z',
          join_url: 'https://zoom.example/j/1',
          host: 'host@example.com',
          utm_campaign: 'spring',
          answers: { 'What about?': 'Pricing', 'May we write to you?': 'Yes' },
        },
      },
    ]);
  });

  it('that is moved is told once, as moved', () => {
    const moved = { uri: `${api}/scheduled_events/E2/invitees/I2`, old_invitee: invitee.uri };
    expect(told('invitee.created', moved).events).toMatchObject([{ name: 'Meeting Rescheduled' }]);
    const gone = { status: 'canceled', rescheduled: true, new_invitee: moved.uri };
    expect(told('invitee.canceled', gone)).toEqual({ events: [], rejected: [] });
  });

  it('may be cancelled, and missed', () => {
    const cancellation = { canceler_type: 'invitee', reason: 'Ill', canceled_by: 'Sara' };
    expect(told('invitee.canceled', { cancellation }).events).toMatchObject([
      { name: 'Meeting Cancelled', properties: { canceled_by: 'invitee', reason: 'Ill' } },
    ]);
    expect(told('invitee_no_show.created').events[0]?.name).toBe('Meeting Missed');
  });

  it('brings consent by the question that the owner has named', () => {
    const consent = (settings: Posted['settings']) =>
      told('invitee.created', {}, settings).events[0]?.consent;
    expect(consent({})).toBeUndefined();
    expect(consent({ consent: 'What about?' })).toBeUndefined();
    expect(consent({ consent: 'May we write to you?' })).toEqual({
      status: 'subscribed',
      method: 'form',
      wording: 'May we write to you?',
    });
    const said = (answer: string) => {
      const questions_and_answers = [{ question: 'News?', answer }];
      return told('invitee.created', { questions_and_answers }, { consent: 'News?' }).events[0];
    };
    expect(['Tak', 'بله'].map((yes) => said(yes)?.consent?.status)).toEqual([
      'subscribed',
      'subscribed',
    ]);
    expect(['Nie', 'نه', 'I do not agree'].flatMap((no) => said(no)?.consent ?? [])).toEqual([]);
  });

  it('of nobody, or of another kind of nobody, is set aside', () => {
    expect(told('invitee.created', { email: null }).rejected).toHaveLength(1);
    expect(told('routing_form_submission.created', { email: undefined }).rejected).toHaveLength(1);
    expect(readHook(calendly, { payload: invitee }).rejected).toHaveLength(1);
  });

  it.each(['Europe/Warsaw; DROP', '../etc', '', 5, null])('has no time zone in %j', (timezone) => {
    expect(told('invitee.created', { timezone }).events[0]?.traits).not.toHaveProperty('timezone');
  });

  it('is one event however often it is sent', () => {
    const [first, again] = [{}, { updated_at: 'later' }].map((others) =>
      told('invitee.created', others),
    );
    expect(first?.events[0]?.id).toBe(again?.events[0]?.id);
    expect(told('invitee.canceled').events[0]?.id).not.toBe(first?.events[0]?.id);
  });
});
