// An earlier version as the draft: nothing is live by it, and it can be undone like any change.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Fields } from '../steps/tree.ts';
import type { Writing } from '../writing/use-writing.ts';

interface BringBackParts {
  readonly campaign: string;
  readonly version: number;
  readonly writing: Writing;
}

export function BringBack({ campaign, version, writing }: BringBackParts) {
  const { t } = useTranslation();
  const params = { path: { id: campaign, version: String(version) } };
  const act = useAct({
    run: () => answered(client.GET('/api/campaigns/{id}/versions/{version}', { params })),
    changes: [],
    // As it was written: what it left to its defaults is no change.
    after: ({ document, source }) =>
      writing.change((source?.campaign ?? document) as Fields, `version ${version}`),
    done: t('It is in the draft now. Publish it, and it is live; or undo it.'),
  });
  return (
    <Button variant="default" size="xs" loading={act.isPending} onClick={() => act.mutate()}>
      {t('Edit from this version')}
    </Button>
  );
}
