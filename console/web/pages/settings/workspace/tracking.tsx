// Whether opens and clicks are recorded.
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { rebase } from '../rebase.ts';
import { SettingsForm } from '../settings-form.tsx';
import { useDraft } from '../use-draft.ts';

type Tracked = Schemas['getTrackingAnswer'];

export function Tracking() {
  const { data, error, refetch } = api.useQuery('get', '/api/tracking');
  if (error) return <Failure error={error} again={refetch} />;
  return data ? <Form known={data} /> : <Waiting />;
}

function Form({ known }: { readonly known: Tracked }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft(known);
  const save = useAct({
    run: async () => {
      const there = await answered(client.GET('/api/tracking'));
      return client.PUT('/api/tracking', { body: rebase(known, draft, there) });
    },
    done: t('Saved. It holds within a minute.'),
  });
  return (
    <SettingsForm isSaving={save.isPending} save={() => save.mutate()}>
      <Switch
        label={t('Record opens')}
        description={t(
          'By an invisible image. Many mailboxes load it by themselves: a rough figure.',
        )}
        checked={draft.opens}
        onChange={(event) => setDraft({ ...draft, opens: event.currentTarget.checked })}
      />
      <Switch
        label={t('Record clicks')}
        description={t(
          'Links lead over this server. Off, what older mails bring is not recorded either.',
        )}
        checked={draft.clicks}
        onChange={(event) => setDraft({ ...draft, clicks: event.currentTarget.checked })}
      />
    </SettingsForm>
  );
}
