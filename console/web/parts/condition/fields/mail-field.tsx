// What became of our mail to them: opened, clicked, bounced; of any campaign or of one.
import { Checkbox, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mailWords } from '../mail-words.ts';
import { useNamed } from '../use-names.ts';
import { Choice } from './choice.tsx';
import { CountInput } from './event-fields.tsx';
import type { FieldParts } from './parts.ts';
import { WindowInput } from './window-input.tsx';

const anyCampaign = '*';

export function MailField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  const campaigns = useNamed('campaigns');
  const became = String(rule.became);
  const isByMachines = became === 'opened' || became === 'clicked';
  return (
    <Group gap={6}>
      <Choice
        label={t('What became of it')}
        data={Object.entries(mailWords(t)).map(([value, label]) => ({ value, label }))}
        value={became}
        isReadOnly={isReadOnly}
        isFirst
        onChange={(to) =>
          set({ became: to, ...(to !== 'clicked' && { link: undefined }), machines: undefined })
        }
      />
      <CountInput {...{ rule, isReadOnly, set }} words={t('once or more')} />
      <Choice
        label={t('Campaign')}
        data={[{ value: anyCampaign, label: t('of any campaign') }, ...campaigns]}
        value={rule.campaign ?? anyCampaign}
        isReadOnly={isReadOnly}
        isSearchable
        onChange={(to) => set({ campaign: to === anyCampaign ? undefined : to })}
      />
      {became === 'clicked' && (
        <TextInput
          aria-label={t('Part of the link')}
          placeholder={t('Part of the link')}
          w={170}
          dir="ltr"
          readOnly={isReadOnly}
          value={String(rule.link ?? '')}
          onChange={(event) => set({ link: event.currentTarget.value || undefined })}
        />
      )}
      <WindowInput {...{ rule, isReadOnly, set }} />
      {isByMachines && (
        <Checkbox
          label={t('machines, too')}
          checked={rule.machines === true}
          disabled={isReadOnly}
          onChange={(event) => set({ machines: event.currentTarget.checked || undefined })}
        />
      )}
    </Group>
  );
}
