// A condition as it is written in documents, in JSON: for what has no fields here, or for who likes it better.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRule, type Rule } from '../rule.ts';

interface CodeFieldParts {
  readonly rule: Rule;
  readonly isReadOnly: boolean;
  replace(rule: Rule): void;
}

function read(text: string): Rule | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRule(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be read stays here, and the condition is what it was. */
export function CodeField({ rule, isReadOnly, replace }: CodeFieldParts) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const isUnread = draft !== undefined && !read(draft);
  const write = (text: string) => {
    setDraft(text);
    const made = read(text);
    if (made) replace(made);
  };
  return (
    <Textarea
      aria-label={t('Condition as code')}
      description={t('Has no fields here, and stays as it is written.')}
      autosize
      minRows={2}
      dir="ltr"
      flex={1}
      miw="min(100%, 260px)"
      readOnly={isReadOnly}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={draft ?? JSON.stringify(rule, undefined, 2)}
      error={isUnread && t('This cannot be read yet: the condition is what it was.')}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={() => !isUnread && setDraft(undefined)}
    />
  );
}
