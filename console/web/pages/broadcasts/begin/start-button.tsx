// Starts a broadcast, after a last question that tells what is about to happen. What is missing is said beside its field.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { useIsComplete } from '../../../parts/condition/use-fault.ts';
import { explain } from '../../../parts/explain.ts';
import { idOf } from '../../../parts/id-of.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useReachable } from './audience-check.tsx';
import { campaignOf, missingIn, type Plan } from './plan.ts';
import { ownZone } from './when.tsx';

interface StartParts {
  readonly plan: Plan;
  check(): void;
}

export function StartButton({ plan, check }: StartParts) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const [isRefused, setRefused] = useState(false);
  const isComplete = useIsComplete(plan.audience) && missingIn(plan) === undefined;
  const ask = () => {
    check();
    setRefused(!isComplete);
    if (isComplete) open();
  };
  return (
    <>
      <Button size="md" onClick={ask}>
        {plan.when === 'now' ? t('Start…') : t('Schedule…')}
      </Button>
      {isRefused && !isComplete && (
        <Alert color="yellow" role="alert">
          {t('Something is missing still: it is marked beside its field.')}
        </Alert>
      )}
      <Modal opened={isOpen} onClose={close} title={t('Start this broadcast?')} centered>
        <Question plan={plan} close={close} />
      </Modal>
    </>
  );
}

function Question({ plan, close }: { readonly plan: Plan; close(): void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { number, moment } = useFormats();
  const { data } = useReachable(plan);
  const start = useAct({
    run: (id: string) =>
      answered(
        client.PUT('/api/campaigns/{id}', {
          params: { path: { id } },
          body: { campaign: campaignOf(plan, ownZone()), templates: {} } as never,
        }),
      ),
    changes: [['/api/campaigns']],
    isShown: true,
  });
  const run = () => {
    const id = idOf(plan.name, 'broadcast');
    start.mutate(id, { onSuccess: () => go(`/broadcasts/${id}`) });
  };
  const when = plan.when === 'now' ? t('within two minutes') : moment(Date.parse(plan.at));
  return (
    <Stack>
      <Text size="sm">
        {t('“{{template}}” goes to about {{amount}} people, {{when}}.', {
          ...{ template: plan.template, when },
          amount: number(data?.estimate ?? 0),
        })}
      </Text>
      <Text size="sm">
        {t(
          'Until it starts, and while it runs, you can pause or stop it. What has been sent cannot be called back.',
        )}
      </Text>
      {start.error && (
        <Alert color="red" role="alert">
          {explain(start.error, t).message}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Not yet')}
        </Button>
        <Button loading={start.isPending} onClick={run}>
          {plan.when === 'now' ? t('Yes, start it') : t('Yes, schedule it')}
        </Button>
      </Group>
    </Stack>
  );
}
