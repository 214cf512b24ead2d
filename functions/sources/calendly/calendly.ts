// Calendly's webhooks. A meeting that is moved comes as one canceled and one created; it is told once, as moved.
import { Refused } from '../../errors.ts';
import { type Deed, namedAfter, readDeeds } from '../hook/deed.ts';
import { type Foreign, list, present, record, text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { submissionDeed, submissionSettings } from '../hook/submission.ts';
import { readInstant } from '../instant.ts';

const kind = 'calendly';

const read = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body, raw) => {
    const type = text(body.event, 100);
    if (type === undefined) throw new Refused(400, 'The body is not an event of Calendly.');
    const invitee = record(body.payload);
    const name = nameOf(type, invitee);
    if (name === undefined) return [];
    const asked = askedOf(invitee, request.settings);
    return [
      {
        name,
        id: [type, text(invitee.uri) ?? raw],
        person: personOf(invitee, asked),
        properties: { ...asked.properties, ...meetingOf(invitee) },
        ...(asked.consent && { consent: asked.consent }),
        at: readInstant(body.created_at),
      },
    ];
  });

/** Of the two webhooks of a meeting that is moved, the new one tells it. */
function nameOf(type: string, invitee: Foreign): string | undefined {
  switch (type) {
    case 'invitee.created':
      return invitee.old_invitee ? 'Meeting Rescheduled' : 'Meeting Booked';
    case 'invitee.canceled':
      return invitee.rescheduled === true ? undefined : 'Meeting Cancelled';
    case 'invitee_no_show.created':
      return 'Meeting Missed';
    default:
      return namedAfter('Calendly', type);
  }
}

function askedOf(invitee: Foreign, settings: HookRequest['settings']): Deed {
  const answers = list(invitee.questions_and_answers).map(record);
  return submissionDeed(
    {
      answers: answers.map(({ question, answer }) => ({
        question: [text(question)].filter((words) => words !== undefined),
        wording: text(question),
        value: answer,
      })),
      hidden: present(record(invitee.tracking)),
      about: {},
      id: '',
      at: undefined,
    },
    settings,
  );
}

const personOf = (invitee: Foreign, asked: Deed): Deed['person'] => ({
  email: invitee.email,
  traits: {
    name: text(invitee.name),
    first_name: text(invitee.first_name),
    last_name: text(invitee.last_name),
    phone: text(invitee.text_reminder_number),
    timezone: zoneOf(invitee.timezone),
    ...present(asked.person.traits ?? {}),
  },
});

function meetingOf(invitee: Foreign): Foreign {
  const meeting = record(invitee.scheduled_event);
  const [host] = list(meeting.event_memberships).map(record);
  const canceled = record(invitee.cancellation);
  return {
    meeting: text(meeting.name, 200),
    meeting_id: text(meeting.uri) ?? text(invitee.event),
    start_time: text(meeting.start_time, 50),
    end_time: text(meeting.end_time, 50),
    join_url: text(record(meeting.location).join_url, 2_000),
    host: text(host?.user_email),
    reschedule_url: text(invitee.reschedule_url, 2_000),
    cancel_url: text(invitee.cancel_url, 2_000),
    canceled_by: text(canceled.canceler_type, 50),
    reason: text(canceled.reason),
  };
}

/** An IANA zone as it is written, such as "Europe/Warsaw". */
const zoneOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z]+(?:\/[\w+-]+){0,2}$/.test(value) ? value : undefined;

export const calendly: Provider = {
  kind,
  scheme: 'calendly',
  read,
  settings: submissionSettings.omit({ event: true, email: true }),
  setup: {
    title: 'Calendly',
    secretFrom: 'us',
    steps: [
      'Webhooks of Calendly need a paid plan, and are made by its API: make a personal access token under Integrations, API and webhooks.',
      'POST https://api.calendly.com/webhook_subscriptions with the url {address}, the events invitee.created, invitee.canceled and invitee_no_show.created, your organization, the scope "organization", and as signing_key the secret made here.',
      'If a question asks for consent to be written to, name it here by its words.',
    ],
  },
};
