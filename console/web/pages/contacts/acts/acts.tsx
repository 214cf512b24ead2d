// What can be done with somebody besides changing what is known of them, as far as the reader's role goes.
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { useMay } from '../../../session/session.ts';
import { addressOf, type Contact } from '../contact.ts';
import { Erase } from './erase.tsx';
import { Merge } from './merge.tsx';
import { saveFile } from './save-file.ts';

interface Parts {
  readonly contact: Contact;
}

export function Acts({ contact }: Parts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const isAdministrator = useMay('administrator');
  return (
    <>
      {isMarketer && <Data contact={contact} />}
      {isMarketer && <Merge contact={contact} label={t('Merge')} />}
      {isAdministrator && addressOf(contact) !== '' && <Suppression contact={contact} />}
      {isAdministrator && <Erase contact={contact} />}
    </>
  );
}

interface Portion {
  readonly timeline: readonly unknown[];
  readonly next?: string;
}

/** A long timeline comes in portions; in the file it is one. */
async function allOf(id: string): Promise<Blob> {
  const whole: { timeline: unknown[] } = { timeline: [] };
  let next: string | undefined;
  do {
    const query = next === undefined ? {} : { next };
    const call = client.GET('/api/contacts/{id}/data', { params: { path: { id }, query } });
    const { timeline, next: further, ...rest }: Portion = await answered(call);
    Object.assign(whole, rest);
    whole.timeline.push(...timeline);
    next = further;
  } while (next !== undefined);
  return new Blob([JSON.stringify(whole, undefined, 2)], { type: 'application/json' });
}

function Data({ contact: { id } }: Parts) {
  const { t } = useTranslation();
  const take = useAct({
    run: async () => saveFile(await allOf(id), `${id}.json`),
    done: t('The file is in your downloads. The audit log keeps that you took it.'),
    changes: [],
  });
  return (
    <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
      {t('All their data')}
    </Button>
  );
}

function Suppression({ contact }: Parts) {
  const { t } = useTranslation();
  const { id } = contact;
  const address = addressOf(contact).toLowerCase();
  const known = contact.suppressions.find((one) => one.address === address);
  const path = { params: { path: { id } } };
  const stop = useAct({
    run: (because: string) =>
      client.POST('/api/contacts/{id}/suppressions', { ...path, body: { because } }),
    done: t('No mail goes to this address any more.'),
  });
  const lift = useAct({
    run: (because: string) =>
      client.POST('/api/contacts/{id}/suppressions/lift', { ...path, body: { because } }),
    done: t('This address may be mailed again.'),
  });
  if (known)
    return (
      <AskButton
        variant="default"
        label={t('Allow mail again')}
        question={t('Mail this address again?')}
        asksReason
        act={(because) => lift.mutateAsync(because)}
      >
        <Text>
          {t(
            'An address that does not work bounces again, which mailbox providers count against you. A complaint is taken back by the person alone.',
          )}
        </Text>
      </AskButton>
    );
  return (
    <AskButton
      variant="default"
      label={t('Stop all mail')}
      question={t('Stop all mail to this address?')}
      asksReason
      act={(because) => stop.mutateAsync(because)}
    >
      <Text>
        {t(
          'Receipts and confirmations stop, too. You can lift it again; the reason stays in the timeline.',
        )}
      </Text>
    </AskButton>
  );
}
