// What the campaign changed, with how sure that is: said in a sentence, and never as more than the numbers bear.
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { extraOf } from '../../../parts/values.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { lift } from './interval.ts';
import type { Results } from './results-tab.tsx';

export function LiftText({ results: { treatment, holdout } }: { readonly results: Results }) {
  const { t } = useTranslation();
  const { points, sums } = useFormats();
  const found = lift(treatment, holdout);
  if (!found)
    return (
      <Text size="sm" mt="md">
        {t(
          'Nothing can be said of what the campaign changed until somebody was treated and somebody held out.',
        )}
      </Text>
    );
  const { difference, low, high } = found;
  const isSure = low > 0 || high < 0;
  const extra = extraOf(treatment, holdout) ?? [];
  return (
    <Alert mt="md" color={isSure ? (low > 0 ? 'leaf' : 'red') : 'gray'}>
      <Text size="sm" fw={600}>
        {t(
          'Difference: {{difference}} percentage points (95% interval {{low}} to {{high}} points)',
          {
            difference: points(difference),
            low: points(low),
            high: points(high),
          },
        )}
      </Text>
      <Text size="sm">
        {isSure
          ? t('Chance alone would hardly bring this about.')
          : t('This may still be chance: the interval holds 0.')}
      </Text>
      <Text size="sm">
        {t('Value beyond what the held out would have brought: about {{value}}', {
          value: sums(extra),
        })}
      </Text>
    </Alert>
  );
}
