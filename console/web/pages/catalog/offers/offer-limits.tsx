// The limits of an offer: until when, how many, how often, what it is worth and what takes it up.

import { Group, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import type { OfferParts } from './offer-form.tsx';

export function OfferLimits({ body, change }: OfferParts) {
  const { t } = useTranslation();
  const { stock, again, redemption, priority = 0, active = true } = body;
  return (
    <>
      <Expires body={body} change={change} />
      <Group grow align="flex-start">
        <NumberInput
          label={t('How many at most')}
          description={t('Empty: without a limit.')}
          min={0}
          value={stock ?? ''}
          onChange={(to) => change({ stock: typeof to === 'number' ? to : undefined })}
        />
        <TextInput
          label={t('Again after')}
          description={t('Such as “90 days”. Empty: never twice.')}
          dir="ltr"
          value={again ?? ''}
          onChange={(event) => change({ again: event.currentTarget.value })}
        />
      </Group>
      <Worth body={body} change={change} />
      <TextInput
        label={t('The event that takes it up')}
        description={t('Empty: an order that holds the product.')}
        placeholder="Order Completed"
        dir="ltr"
        value={redemption?.event ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ redemption: value ? { ...redemption, event: value } : undefined });
        }}
      />
      <NumberInput
        label={t('Priority')}
        description={t('The higher goes first.')}
        min={-1000}
        max={1000}
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

function Expires({ body: { expires = { after: '30 days' } }, change }: OfferParts) {
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
          value={expires.on.slice(0, 10)}
          onChange={(event) =>
            change({ expires: { on: `${event.currentTarget.value}T23:59:59Z` } })
          }
        />
      ) : (
        <TextInput
          label={t('Ends after')}
          placeholder="30 days"
          required
          dir="ltr"
          value={expires.after}
          onChange={(event) => change({ expires: { after: event.currentTarget.value } })}
        />
      )}
    </Group>
  );
}

function Worth({ body: { value, cost }, change }: OfferParts) {
  const { t } = useTranslation();
  const decimal = { inputMode: 'decimal', dir: 'ltr' } as const;
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('What it brings')}
        {...decimal}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => change({ value: event.currentTarget.value })}
      />
      <TextInput
        label={t('What it costs')}
        {...decimal}
        value={cost === undefined ? '' : String(cost)}
        onChange={(event) => change({ cost: event.currentTarget.value })}
      />
    </Group>
  );
}
