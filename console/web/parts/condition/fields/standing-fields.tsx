// Conditions about where somebody belongs: a segment, a list, consent, a suppressed address.
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../rule.ts';
import { consentWords, suppressionWords } from '../standing-words.ts';
import { useNamed } from '../use-names.ts';
import { Choice } from './choice.tsx';
import type { FieldParts } from './parts.ts';
import { WindowInput } from './window-input.tsx';

interface MemberParts extends FieldParts {
  readonly of: 'segment' | 'list';
  replace(rule: Rule): void;
}

export function MemberField({ rule, of, isReadOnly, set, replace }: MemberParts) {
  const { t } = useTranslation();
  const names = useNamed(of === 'segment' ? 'segments' : 'lists');
  const isIn = rule.op.startsWith('in_');
  return (
    <Group gap={6}>
      <Choice
        label={t('Membership')}
        data={[
          {
            value: `in_${of}`,
            label: of === 'segment' ? t('are in the segment') : t('are on the list'),
          },
          {
            value: `not_in_${of}`,
            label: of === 'segment' ? t('are not in the segment') : t('are not on the list'),
          },
        ]}
        value={rule.op}
        isReadOnly={isReadOnly}
        onChange={(op) => replace({ op, [of]: rule[of] })}
      />
      <Choice
        label={of === 'segment' ? t('Segment') : t('List')}
        placeholder={of === 'segment' ? t('Choose a segment') : t('Choose a list')}
        data={names}
        value={rule[of]}
        isReadOnly={isReadOnly}
        isSearchable
        isFirst
        onChange={(to) => set({ [of]: to })}
      />
      {isIn && <WindowInput {...{ rule, isReadOnly, set }} of="joined_within" />}
    </Group>
  );
}

const allMarketing = '*';

export function ConsentField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  const topics = useNamed('topics');
  const isNever = rule.status === 'never_subscribed';
  return (
    <Group gap={6}>
      <Choice
        label={t('Consent')}
        data={Object.entries(consentWords(t)).map(([value, label]) => ({ value, label }))}
        value={rule.status}
        isReadOnly={isReadOnly}
        isFirst
        onChange={(status) =>
          set({
            status,
            ...(status === 'never_subscribed' && {
              ...{ within: undefined, since: undefined, method: undefined },
            }),
          })
        }
      />
      <Choice
        label={t('Topic')}
        data={[
          { value: allMarketing, label: t('to marketing mail') },
          ...topics.map(({ value, label }) => ({
            value,
            label: t('to the topic {{name}}', { name: label }),
          })),
        ]}
        value={rule.topic ?? allMarketing}
        isReadOnly={isReadOnly}
        onChange={(to) => set({ topic: to === allMarketing ? undefined : to })}
      />
      {!isNever && <WindowInput {...{ rule, isReadOnly, set }} hasEntry={false} />}
    </Group>
  );
}

export function SuppressedField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('Reason')}
      data={Object.entries(suppressionWords(t)).map(([value, label]) => ({ value, label }))}
      value={rule.reason ?? '*'}
      isReadOnly={isReadOnly}
      isFirst
      onChange={(to) => set({ reason: to === '*' ? undefined : to })}
    />
  );
}
