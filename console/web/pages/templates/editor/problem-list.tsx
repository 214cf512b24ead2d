// What keeps the template from being a mail: each leads to its language and its line.
import { Alert, Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { faultWords } from '../../../parts/said/faults.ts';
import { own } from '../template.ts';
import type { Placed } from './problems.ts';

interface ProblemListParts {
  readonly problems: readonly Placed[];
  goTo(problem: Placed): void;
}

export function ProblemList({ problems, goTo }: ProblemListParts) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert
      color="red"
      title={t('{{count}} problems', { count: problems.length })}
      role="status"
      p="sm"
    >
      <List size="sm" spacing={4}>
        {problems.map((one) => (
          <List.Item key={`${one.variant} ${one.field} ${one.message}`}>
            {one.variant !== own && `${one.variant} · `}
            {one.line === undefined ? (
              <span dir="auto">{faultWords(one.message, t)}</span>
            ) : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="start"
                c="inherit"
                underline="always"
                style={{ verticalAlign: 'top' }}
                onClick={() => goTo(one)}
              >
                <span dir="auto">{faultWords(one.message, t)}</span>
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
