// What the trial is told to have happened: an event that the contact has had, or one that is made up; both can be rewritten.
import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { textIn } from '../../../parts/decision/decided.ts';
import { PropertiesInput } from '../../../parts/event/properties-input.tsx';
import { sampled, sampleOf } from '../../../parts/event/samples.ts';
import { useFormats } from '../../../words/use-formats.ts';

interface EventChoiceParts {
  readonly contact: string | undefined;
  /** That the campaign's trigger waits for. */
  readonly event: string | undefined;
  readonly text: string;
  onChange(text: string): void;
}

export function EventChoice({ contact, event, text, onChange }: EventChoiceParts) {
  const { t } = useTranslation();
  const theirs = useTheirs(contact, event);
  const madeUp = event === undefined ? sampled : [event];
  return (
    <Stack gap="xs">
      <Select
        key={contact}
        label={t('Event that lets them in')}
        placeholder={t('None')}
        description={t('One of theirs, or a sample. Its properties can be changed below.')}
        searchable
        clearable
        data={[
          {
            group: t('What they did'),
            items: theirs.map(({ value, label }) => ({ value, label })),
          },
          {
            group: t('Samples'),
            items: madeUp.map((name) => ({ value: `sample ${name}`, label: name })),
          },
        ]}
        onChange={(to) => {
          const own = theirs.find(({ value }) => value === to);
          onChange(to === null ? '' : (own?.text ?? sampleOf(to.slice('sample '.length))));
        }}
      />
      <PropertiesInput
        description={t('The steps and the mails may read them.')}
        text={text}
        onChange={onChange}
      />
    </Stack>
  );
}

/** The latest of those that would let them in; of any name, where the trigger names none. */
function useTheirs(contact: string | undefined, event: string | undefined) {
  const { moment } = useFormats();
  const { data } = api.useQuery(
    'get',
    '/api/contacts/{id}/timeline',
    { params: { path: { id: contact ?? '' }, query: { limit: 100 } } },
    { enabled: contact !== undefined },
  );
  return (data?.items ?? [])
    .filter(({ kind, about }) => kind === 'event' && (!event || about.name === event))
    .slice(0, 20)
    .map(({ id, at, about }) => ({
      value: id,
      label: `${textIn(about, 'name')} · ${moment(at)}`,
      text: JSON.stringify(about.properties ?? {}, null, 2),
    }));
}
