// What takes an offer up: an order that holds its product, or an event of its own, what that must be like, and which of
// its properties says what it brought.
import { Autocomplete, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOf } from '../../../parts/condition/filters.ts';
import { isRule, type Rule } from '../../../parts/condition/rule.ts';
import { useEventNames, useProperties } from '../../../parts/condition/use-names.ts';
import { Waiting } from '../../../parts/paged-table.tsx';
import type { OfferParts } from './offer-form.tsx';

/** The builder is asked for where there is an event. */
const FiltersField = lazy(async () => ({
  default: (await import('./where-field.tsx')).WhereField,
}));

type Redeemed = NonNullable<OfferParts['body']['redemption']>;

/** Several that all hold are one condition. */
const inOne = (filters: readonly Rule[]): Rule | undefined =>
  filters.length > 1 ? ({ op: 'and', rules: filters } as unknown as Rule) : filters[0];

const apart = (where: unknown): unknown =>
  isRule(where) && where.op === 'and' && Array.isArray(where.rules) ? where.rules : where;

export function Redemption({ body, change, refused }: OfferParts) {
  const { t } = useTranslation();
  const { redemption } = body;
  const { event = '', measure = '', where } = redemption ?? {};
  const events = useEventNames();
  const properties = useProperties(event);
  const put = (changed: Partial<Redeemed>) =>
    change({ redemption: kept({ event, ...redemption, ...changed }) });
  return (
    <Stack gap="sm" role="group" aria-label={t('What takes it up')}>
      <Autocomplete
        label={t('The event that takes it up')}
        description={t('Empty: an order that holds the product.')}
        placeholder="Order Completed"
        dir="auto"
        data={[...events]}
        error={refused('redemption')}
        value={event}
        onChange={(to) => (to === '' ? change({ redemption: undefined }) : put({ event: to }))}
      />
      {redemption && (
        <>
          <Suspense fallback={<Waiting rows={1} />}>
            <FiltersField
              event={event}
              where={apart(where)}
              onChange={(to) => put({ where: inOne(filtersOf(to)) as Redeemed['where'] })}
            />
          </Suspense>
          <Autocomplete
            label={t('The property that says what it brought')}
            description={t('Such as revenue. Empty: what it brings, as said above.')}
            dir="auto"
            data={properties.map(({ name }) => name)}
            value={measure}
            onChange={(to) => put({ measure: to })}
          />
        </>
      )}
    </Stack>
  );
}

/** What is empty is left out. */
const kept = ({ event, where, measure }: Redeemed): Redeemed => ({
  event,
  ...(where && { where }),
  ...(measure && { measure }),
});
