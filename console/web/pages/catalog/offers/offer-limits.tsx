// The limits of an offer: until when, how many, how often, what it is worth and what takes it up.

import { Group, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { decimalTyped } from '../../../parts/decimal-typed.ts';
import { SpanInput } from '../../../parts/span-input.tsx';
import type { OfferParts } from './offer-form.tsx';
import { Redemption } from './redemption.tsx';

const spans = ['hour', 'day', 'week'] as const;

export function OfferLimits({ body, change, refused }: OfferParts) {
  const { t } = useTranslation();
  const { stock, again, priority = 0, active = true } = body;
  return (
    <>
      <Expires {...{ body, change, refused }} />
      <Group grow align="flex-start">
        <NumberInput
          label={t('How many at most')}
          description={t('Empty: without a limit.')}
          min={0}
          error={refused('stock')}
          value={stock ?? ''}
          onChange={(to) => change({ stock: typeof to === 'number' ? to : undefined })}
        />
        <SpanInput
          label={t('Again after')}
          description={t('Empty: never twice.')}
          error={refused('again')}
          units={spans}
          value={again}
          onChange={(to) => change({ again: to })}
        />
      </Group>
      <Worth {...{ body, change, refused }} />
      <Redemption {...{ body, change, refused }} />
      <NumberInput
        label={t('Priority')}
        description={t('The higher goes first.')}
        min={-1000}
        max={1000}
        error={refused('priority')}
        value={priority}
        onChange={(to) => change({ priority: Number(to) || 0 })}
      />
      <Switch
        label={t('May be proposed')}
        checked={active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </>
  );
}

function Expires({ body: { expires = { after: '30 days' } }, change, refused }: OfferParts) {
  const { t } = useTranslation();
  const isOn = 'on' in expires;
  return (
    <Group align="flex-end">
      <SegmentedControl
        aria-label={t('Ends')}
        value={isOn ? 'on' : 'after'}
        onChange={(to) =>
          change({
            expires:
              to === 'on'
                ? { on: new Date(serverNow() + 30 * 86_400_000).toISOString() }
                : { after: '30 days' },
          })
        }
        data={[
          { value: 'after', label: t('Some time after') },
          { value: 'on', label: t('On a day') },
        ]}
      />
      {isOn ? (
        <TextInput
          label={t('Last day (UTC)')}
          type="date"
          required
          error={refused('expires')}
          value={expires.on.slice(0, 10)}
          onChange={(event) =>
            change({ expires: { on: `${event.currentTarget.value}T23:59:59Z` } })
          }
        />
      ) : (
        <SpanInput
          label={t('Ends after')}
          required
          error={refused('expires')}
          units={spans}
          value={expires.after}
          isNeeded
          onChange={(after) => after && change({ expires: { after } })}
        />
      )}
    </Group>
  );
}

function Worth({ body: { value, cost }, change, refused }: OfferParts) {
  const { t } = useTranslation();
  const decimal = { inputMode: 'decimal', dir: 'ltr' } as const;
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('What it brings')}
        {...decimal}
        error={refused('value')}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => change({ value: decimalTyped(event.currentTarget.value) })}
      />
      <TextInput
        label={t('What it costs')}
        {...decimal}
        error={refused('cost')}
        value={cost === undefined ? '' : String(cost)}
        onChange={(event) => change({ cost: decimalTyped(event.currentTarget.value) })}
      />
    </Group>
  );
}
