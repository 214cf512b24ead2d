// In which time: ever, in the last days, or since they entered the campaign.
import type { TFunction } from 'i18next';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionPlace } from '../place.ts';
import { BareSpan } from './bare-span.tsx';
import { Choice } from './choice.tsx';
import type { FieldParts } from './parts.ts';

interface WindowParts extends FieldParts {
  /** The operand that says how long. */
  readonly of?: 'within' | 'joined_within';
  /** Whether it may count from when they entered the campaign. */
  readonly hasEntry?: boolean;
}

const eventWords = (t: TFunction) => ({ ever: t('at any time'), last: t('in the last') });
const memberWords = (t: TFunction) => ({ ever: t('for however long'), last: t('for less than') });

export function WindowInput(parts: WindowParts) {
  const { rule, isReadOnly = false, of = 'within', hasEntry = true, set } = parts;
  const { t } = useTranslation();
  const { isInCampaign } = useContext(ConditionPlace);
  const words = of === 'within' ? eventWords(t) : memberWords(t);
  const mayEntry = of === 'within' && hasEntry && isInCampaign;
  const chosen = rule.since_entry ? 'entry' : rule[of] === undefined ? 'ever' : 'last';
  const choose = (to: string) =>
    set({
      [of]: to === 'last' ? '30 days' : undefined,
      since_entry: to === 'entry' ? true : undefined,
    });
  return (
    <>
      <Choice
        label={t('When')}
        data={[
          { value: 'ever', label: words.ever },
          { value: 'last', label: words.last },
          ...(mayEntry || rule.since_entry
            ? [{ value: 'entry', label: t('since entering the campaign') }]
            : []),
        ]}
        value={chosen}
        isReadOnly={isReadOnly}
        onChange={choose}
      />
      {chosen === 'last' && (
        <BareSpan
          label={t('How long')}
          value={rule[of]}
          isReadOnly={isReadOnly}
          onChange={(to) => set({ [of]: to })}
        />
      )}
    </>
  );
}
