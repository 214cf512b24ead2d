// How the mail looks to somebody, asked a moment after the last change. While it is asked, and while what is written cannot
// be a mail, the last one that could stays.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type Schemas } from '../../../api/client.ts';
import { useMay } from '../../../session/session.ts';
import { type Placed, problemsOf } from '../editor/problems.ts';
import type { Source } from '../template.ts';

export type Shown = Schemas['postTemplatesPreviewAnswer'];

/** Whom it is shown to, and what had happened. */
export interface Reader {
  readonly contact?: string;
  readonly event?: Schemas['postTemplatesPreviewBody']['event'];
}

export interface Preview {
  readonly shown: Shown | undefined;
  readonly isAsking: boolean;
  /** Of the template. */
  readonly problems: readonly Placed[];
  /** Of the reader, of the connection, of us. */
  readonly error: unknown;
  again(): void;
}

const pause = 500;
const ofReader = /^(?:contact|event|offer|language)\b/;

export function usePreview(template: Source, language: string, reader: Reader): Preview {
  const isMarketer = useMay('marketer');
  const [body] = useDebouncedValue({ template, language, ...reader }, pause);
  const query = api.useQuery(
    'post',
    '/api/templates/preview',
    { body },
    { enabled: isMarketer, placeholderData: keepPreviousData, gcTime: 60_000, retry: false },
  );
  const last = useRef<Shown>(undefined);
  if (query.data) last.current = query.data;
  const found = problemsOf(query.error);
  const isAboutReader = found.some(({ field }) => ofReader.test(field));
  const problems = isAboutReader ? [] : found;
  return {
    shown: query.data ?? last.current,
    isAsking: query.isFetching,
    problems,
    error: problems.length > 0 ? undefined : query.error,
    again: () => void query.refetch(),
  };
}
