// Tally's webhooks: a response is one event, whose id is in its signed body. Options come as ids; their words are kept.
import { Refused } from '../../errors.ts';
import { readDeeds } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { type Answer, isTicked, submissionDeed, submissionSettings } from '../hook/submission.ts';
import { readInstant } from '../instant.ts';

const kind = 'tally';

const read = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body) => {
    const id = text(body.eventId, 100);
    const isResponse = body.eventType === 'FORM_RESPONSE' && id !== undefined;
    if (!isResponse) throw new Refused(400, 'The body is not a FORM_RESPONSE of Tally.');
    const data = record(body.data);
    const fields = list(data.fields).map(record);
    const [hidden, asked] = [fields.filter(isHidden), fields.filter((field) => !isHidden(field))];
    return [
      submissionDeed(
        {
          id,
          answers: asked.filter((field) => !isSingleBox(field, fields)).map(answerOf),
          hidden: Object.fromEntries(hidden.map(({ label, value }) => [text(label) ?? '', value])),
          about: {
            form: text(data.formName, 200) ?? text(data.formId, 100),
            form_id: text(data.formId, 100),
            response_id: text(data.responseId, 100),
          },
          at: readInstant(data.createdAt) ?? readInstant(body.createdAt),
        },
        request.settings,
      ),
    ];
  });

const isHidden = ({ type }: Foreign): boolean => type === 'HIDDEN_FIELDS';

/** Checkboxes come as a list, and once more box by box: "question_x" and "question_x_<option>". */
const isSingleBox = ({ key, type }: Foreign, fields: readonly Foreign[]): boolean =>
  type === 'CHECKBOXES' &&
  fields.some(
    (one) => one.type === type && text(key)?.startsWith(`${text(one.key) ?? ''}_`) === true,
  );

function answerOf(field: Foreign): Answer {
  const [key, title] = [text(field.key), text(field.label)];
  const options = new Map(
    list(field.options)
      .map(record)
      .map((option) => [option.id, text(option.text)]),
  );
  const chosen = list(field.value).map((id) => options.get(id) ?? id);
  const isYes = field.type === 'CHECKBOXES' && isTicked(options.size, chosen);
  return {
    question: [title, key].filter((name) => name !== undefined),
    wording: isYes ? [title, text(chosen[0])].filter(Boolean).join(' ') : title,
    value: isYes || answered(field, chosen),
    ...(field.type === 'INPUT_EMAIL' && { is: 'email' }),
    ...(field.type === 'INPUT_PHONE_NUMBER' && { is: 'phone' }),
  };
}

/** One of several options is a text, several of several are a list. */
function answered({ type, value }: Foreign, chosen: readonly unknown[]): unknown {
  if (!Array.isArray(value)) return value;
  const isOne = type === 'MULTIPLE_CHOICE' || type === 'DROPDOWN';
  return isOne && chosen.length === 1 ? chosen[0] : chosen;
}

export const tally: Provider = {
  kind,
  scheme: 'tally',
  read,
  settings: submissionSettings,
  setup: {
    title: 'Tally',
    secretFrom: 'us',
    steps: [
      'In Tally open the form, Integrations, Webhooks, and connect the address {address}.',
      'Add a signing secret: the one shown here.',
      'If a question asks for consent to be written to, name it here by its words.',
    ],
  },
};
