// Typeform's webhooks: a response is one event, whose id is in its signed body. Uploaded files stay links.
import { Refused } from '../../errors.ts';
import { readDeeds } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { type Answer, isTicked, submissionDeed, submissionSettings } from '../hook/submission.ts';
import { readInstant } from '../instant.ts';

const kind = 'typeform';

const read = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body) => {
    const id = text(body.event_id, 100);
    const isResponse = body.event_type === 'form_response' && id !== undefined;
    if (!isResponse) throw new Refused(400, 'The body is not a form_response of Typeform.');
    const response = record(body.form_response);
    const definition = record(response.definition);
    const fields = new Map(
      list(definition.fields).map((field) => [text(record(field).id), record(field)]),
    );
    return [
      submissionDeed(
        {
          id,
          answers: list(response.answers).map((one) => answerOf(record(one), fields)),
          hidden: record(response.hidden),
          about: {
            form: text(definition.title, 200) ?? text(response.form_id, 100),
            form_id: text(response.form_id, 100),
            response_id: text(response.token, 100),
            score: record(response.calculated).score,
          },
          at: readInstant(response.submitted_at),
        },
        request.settings,
      ),
    ];
  });

/** Typeform makes up references that nobody can read. */
const madeUp = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9A-Z]{26}$/;

function answerOf(answer: Foreign, fields: ReadonlyMap<string | undefined, Foreign>): Answer {
  const field = record(answer.field);
  const definition = fields.get(text(field.id)) ?? {};
  const title = text(definition.title);
  const labels = list(record(answer.choices).labels);
  const isYes = isTicked(list(definition.choices).length, labels);
  return {
    question: namesOf(field, title),
    wording: isYes ? [title, text(labels[0])].filter(Boolean).join(' ') : title,
    value: isYes || answered(answer),
    ...(answer.type === 'email' && { is: 'email' }),
    ...(answer.type === 'phone_number' && { is: 'phone' }),
  };
}

function namesOf(field: Foreign, title: string | undefined): readonly string[] {
  const ref = text(field.ref);
  const isReadable = ref !== undefined && !madeUp.test(ref);
  const names = isReadable ? [ref, title, text(field.id)] : [title, ref, text(field.id)];
  return names.filter((name) => name !== undefined);
}

/** The value stands under the key that the type names. */
function answered(answer: Foreign): unknown {
  const type = text(answer.type) ?? '';
  const value = Object.hasOwn(answer, type) ? answer[type] : undefined;
  if (type === 'choice') return choiceOf(record(value));
  if (type !== 'choices') return value;
  const { labels, other } = record(value);
  return [...list(labels), ...(text(other) === undefined ? [] : [other])];
}

const choiceOf = ({ label, other }: Foreign): unknown => label ?? other;

export const typeform: Provider = {
  kind,
  scheme: 'typeform',
  read,
  settings: submissionSettings,
  setup: {
    title: 'Typeform',
    secretFrom: 'us',
    steps: [
      'In Typeform open the form, Connect, Webhooks, and add a webhook with the address {address}.',
      'Edit it, enter the secret made here, and switch the webhook on.',
      'If a question asks for consent to be written to, give it a reference and name it here.',
    ],
  },
};
