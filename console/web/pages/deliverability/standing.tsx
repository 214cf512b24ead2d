// How a rate stands beside its lines: in a word, with its color.
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colors = { good: 'leaf', watch: 'yellow', bad: 'red' } as const;

/* t('standing: good') t('standing: watch') t('standing: bad') */
export function Standing({ standing }: { readonly standing: keyof typeof colors }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colors[standing]} tt="none">
      {t(`standing: ${standing}`)}
    </Badge>
  );
}
