// Who mail is from: what stands in every mail, and what templates show of it.
import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { Failure } from '../../../parts/failure.tsx';
import { useRefusedAt } from '../../../parts/form/refused-at.ts';
import { Waiting } from '../../../parts/paged-table.tsx';
import { rebase } from '../rebase.ts';
import { SettingsForm } from '../settings-form.tsx';
import { useDraft } from '../use-draft.ts';

/** Each says itself what is wrong with it. */
const fields = ['name', 'address', 'website', 'logo_url', 'reply_to', 'privacy_url'] as const;

type Organized = Schemas['getOrganizationAnswer'];

export function Organization() {
  const { data, error, refetch } = api.useQuery('get', '/api/organization');
  if (error) return <Failure error={error} again={refetch} />;
  return data ? <Form known={data} /> : <Waiting />;
}

/** What is left empty is left out. */
const filled = ({ name, address, ...others }: Organized): Organized => ({
  ...{ name: name.trim(), address: address.trim() },
  ...Object.fromEntries(Object.entries(others).filter(([, text]) => text.trim() !== '')),
});

function Form({ known }: { readonly known: Organized }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft(known);
  const save = useAct({
    run: async () => {
      const there = await answered(client.GET('/api/organization'));
      return client.PUT('/api/organization', { body: filled(rebase(known, draft, there)) });
    },
    done: t('Saved. Mail that is sent from now on shows it.'),
    isShown: true,
  });
  const refused = useRefusedAt(save.error, fields);
  const field = (name: keyof Organized) => ({
    value: draft[name] ?? '',
    error: refused.at(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((one) => ({ ...one, [name]: value }));
    },
  });
  const web = { type: 'url', dir: 'ltr', placeholder: 'https://' };
  return (
    <SettingsForm isSaving={save.isPending} refused={refused.rest} save={() => save.mutate()}>
      <TextInput label={t('Name')} required {...field('name')} />
      <Textarea
        label={t('Postal address')}
        description={t('The law asks for it in every marketing mail: without it, none is sent.')}
        required
        autosize
        {...field('address')}
      />
      <TextInput label={t('Website')} {...web} {...field('website')} />
      <TextInput
        label={t('Logo')}
        description={t('The address of an image, with https. Mailboxes load nothing else.')}
        {...web}
        {...field('logo_url')}
      />
      <TextInput
        label={t('Answers go to')}
        description={t('If not to the address that mail is from.')}
        type="email"
        dir="ltr"
        {...field('reply_to')}
      />
      <TextInput label={t('Privacy policy')} {...web} {...field('privacy_url')} />
    </SettingsForm>
  );
}
