// A write key: what to paste into a site, a form or a program, with the key in it while it is known.
import { Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Copied } from '../../../parts/copied.tsx';
import { Page } from '../../../parts/page.tsx';
import { useMay } from '../../../session/session.ts';
import { SeeLive } from '../live/see-live.tsx';
import { type Place, placesOf } from './snippets.ts';

/** Handed over by the page that made the key; never kept, and gone with the page. */
const keyIn = (state: unknown): string | undefined => {
  const secret = (state as { readonly secret?: unknown } | null)?.secret;
  return typeof secret === 'string' ? secret : undefined;
};

export function KeyPage() {
  const { t } = useTranslation();
  const { name = '' } = useParams();
  const may = useMay('administrator');
  const key = keyIn(useLocation().state);
  return (
    <Page
      title={name}
      about={t('A write key: whoever has it can send events, and read nothing.')}
      back={{ to: '/sources', label: t('Sources') }}
      actions={may && <Revoke name={name} />}
    >
      {!key && (
        <Alert>
          {t('Keys are shown once. Put yours where {{blank}} stands, or make a new one.', {
            blank: 'wk_…',
          })}
        </Alert>
      )}
      <Snippets writeKey={key ?? 'wk_…'} />
      <SeeLive />
    </Page>
  );
}

function Snippets({ writeKey }: { readonly writeKey: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/source-kinds');
  const places = placesOf({ host: data?.host ?? location.origin, writeKey }, t);
  const [chosen, setChosen] = useState(places[0]?.id ?? '');
  const place = places.find(({ id }) => id === chosen);
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('Where events come from')}
        value={chosen}
        onChange={setChosen}
        data={places.map(({ id, label }) => ({ value: id, label }))}
        style={{ alignSelf: 'flex-start', flexWrap: 'wrap', maxWidth: '100%' }}
      />
      {place && <PlaceToPaste place={place} />}
    </Stack>
  );
}

const PlaceToPaste = ({ place }: { readonly place: Place }) => (
  <Stack>
    <Text size="sm">{place.about}</Text>
    {place.texts.map(({ label, text }) => (
      <Copied key={label} label={label} text={text} />
    ))}
  </Stack>
);

function Revoke({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const act = useAct({
    run: () => client.DELETE('/api/write-keys/{name}', { params: { path: { name } } }),
    done: t('The key is revoked.'),
    changes: [['/api/sources']],
    after: () => go('/sources'),
  });
  return (
    <AskButton
      label={t('Revoke')}
      question={t('Revoke the write key {{name}}?', { name })}
      variant="default"
      color="red"
      act={() => act.mutateAsync()}
    >
      {t(
        'Within a minute nothing is taken with it any more, and what is sent is lost. It cannot be brought back: make a new key and change the senders first.',
      )}
    </AskButton>
  );
}
