// The form of the rules of a workspace.
import { Divider, NumberInput, Select, Switch, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type RefusedAt, useRefusedAt } from '../../../parts/form/refused-at.ts';
import { SpanInput } from '../../../parts/span-input.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { SettingsForm } from '../settings-form.tsx';
import { useDraft } from '../use-draft.ts';
import { Caps } from './caps.tsx';
import { Hours } from './hours.tsx';
import { useSave, type Workspace } from './use-workspace.ts';
import { Weekend } from './weekend.tsx';

export interface DraftParts {
  readonly draft: Workspace;
  change(changed: Partial<Workspace>): void;
  /** What is wrong with a field, by its name. */
  readonly refused: RefusedAt['at'];
}

/** Each says itself what is wrong with it. */
const fields = [
  ...['zone', 'quietHours', 'businessHours', 'weekend', 'holidays'],
  ...['smartSending', 'caps', 'holdout', 'controlGroup'],
];

export function RulesForm({ known }: { readonly known: Workspace }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft(known);
  const save = useSave(known, t('Saved. It holds from now on.'), true);
  const refused = useRefusedAt(save.error, fields);
  const parts = { draft, refused: refused.at };
  const change = (changed: Partial<Workspace>) => setDraft((one) => ({ ...one, ...changed }));
  return (
    <SettingsForm isSaving={save.isPending} refused={refused.rest} save={() => save.mutate(draft)}>
      <Calendar {...parts} change={change} />
      <Divider />
      <HowMuch {...parts} change={change} />
      <Divider />
      <Whom {...parts} change={change} />
    </SettingsForm>
  );
}

function Calendar({ draft, change, refused }: DraftParts) {
  const { t } = useTranslation();
  const { zone = 'UTC', businessHours, quietHours, holidays = [] } = draft;
  return (
    <>
      <Select
        label={t('Time zone')}
        description={t('Of contacts who have none of their own, and of your team.')}
        data={['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]}
        error={refused('zone')}
        value={zone}
        searchable
        allowDeselect={false}
        dir="ltr"
        onChange={(to) => change({ zone: to ?? 'UTC' })}
      />
      <Hours
        label={t('Quiet hours')}
        about={t('No marketing mail in these hours of the contact’s day.')}
        error={refused('quietHours')}
        hours={quietHours}
        usual={{ from: '22:00', to: '07:00' }}
        change={(to) => change({ quietHours: to })}
      />
      <Hours
        label={t('Business hours')}
        about={t('For steps that wait for them, and for tasks.')}
        error={refused('businessHours')}
        hours={businessHours}
        change={(to) => change({ businessHours: to })}
      />
      <Weekend {...{ draft, change, refused }} />
      <TagsInput
        label={t('Holidays')}
        description={t('Days like 2026-12-25, each with Enter.')}
        error={refused('holidays')}
        value={holidays}
        dir="ltr"
        onChange={(to) => change({ holidays: to })}
      />
    </>
  );
}

function HowMuch({ draft, change, refused }: DraftParts) {
  const { t } = useTranslation();
  const { smartSending } = draft;
  return (
    <>
      <Switch
        label={t('Smart sending')}
        description={t('Marketing mail is skipped when the contact had one not long before.')}
        checked={smartSending !== false}
        onChange={(event) => change({ smartSending: event.currentTarget.checked && '16 hours' })}
      />
      {typeof smartSending === 'string' && (
        <SpanInput
          label={t('Not long before is')}
          error={refused('smartSending')}
          value={smartSending}
          units={['minute', 'hour', 'day', 'week']}
          isNeeded
          onChange={(to) => to && change({ smartSending: to })}
        />
      )}
      <Caps {...{ draft, change, refused }} />
    </>
  );
}

function Whom({ draft, change, refused }: DraftParts) {
  const { t } = useTranslation();
  const { doubleOptIn = true, holdout = 10, controlGroup = 0 } = draft;
  const { percentSign } = useFormats();
  const percent = { min: 0, max: 100, suffix: percentSign };
  return (
    <>
      <Switch
        label={t('Double opt-in')}
        description={t('A consent by a form counts once it is confirmed by mail.')}
        checked={doubleOptIn}
        onChange={(event) => change({ doubleOptIn: event.currentTarget.checked })}
      />
      <NumberInput
        label={t('Held out of each campaign')}
        description={t('They get nothing of it, so that its effect can be told.')}
        {...percent}
        error={refused('holdout')}
        value={holdout}
        onChange={(to) => change({ holdout: Number(to) })}
      />
      <NumberInput
        label={t('Never mailed by any campaign')}
        description={t('A control group for all of marketing.')}
        {...percent}
        error={refused('controlGroup')}
        value={controlGroup}
        onChange={(to) => change({ controlGroup: Number(to) })}
      />
      <Text size="xs">{t('A campaign may say otherwise of itself.')}</Text>
    </>
  );
}
