// Adding an offer, changing one, or taking one off the catalog. What was granted before keeps what it said.
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { filled } from '../draft.ts';
import { Eligibility } from './eligibility.tsx';
import { OfferLimits } from './offer-limits.tsx';
import { OfferTerms } from './offer-terms.tsx';
import type { Offer } from './offers.tsx';

export type OfferBody = Schemas['putOffersIdBody'];

export interface OfferParts {
  readonly body: OfferBody;
  change(changed: Partial<OfferBody>): void;
}

interface OfferFormParts {
  readonly edited: Offer | 'new' | undefined;
  close(): void;
}

export function OfferForm({ edited, close }: OfferFormParts) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={typeof edited === 'object' ? edited.name : t('Add an offer')}
    >
      {edited && <Form known={edited === 'new' ? undefined : edited} close={close} />}
    </Drawer>
  );
}

const bodyOf = (known: Offer | undefined): OfferBody => {
  if (!known) return { name: '', kind: 'discount', expires: { after: '30 days' }, active: true };
  const { id: _, granted: __, ...body } = known;
  return body;
};

function Form({ known, close }: { readonly known: Offer | undefined; close(): void }) {
  const { t } = useTranslation();
  const [id, setId] = useState(known?.id ?? '');
  const [body, setBody] = useState(() => bodyOf(known));
  const change = (changed: Partial<OfferBody>) => setBody((one) => ({ ...one, ...changed }));
  const save = useAct({
    run: () => client.PUT('/api/offers/{id}', { params: { path: { id } }, body: filled(body) }),
    done: t('Saved.'),
    changes: [['/api/offers']],
    after: close,
  });
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <OfferTerms id={id} setId={known ? undefined : setId} body={body} change={change} />
      <OfferLimits body={body} change={change} />
      <Eligibility body={body} change={change} />
      <Group justify="space-between">
        {known ? <Remove id={known.id} name={known.name} close={close} /> : <span />}
        <Button type="submit" loading={save.isPending}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}

interface RemoveParts extends Pick<Offer, 'id' | 'name'> {
  close(): void;
}

function Remove({ id, name, close }: RemoveParts) {
  const { t } = useTranslation();
  const act = useAct({
    run: () => client.DELETE('/api/offers/{id}', { params: { path: { id } } }),
    done: t('It is off the catalog.'),
    changes: [['/api/offers']],
    after: close,
  });
  return (
    <AskButton
      label={t('Remove')}
      question={t('Remove {{name}}?', { name })}
      variant="subtle"
      color="red"
      act={() => act.mutateAsync()}
    >
      {t(
        'It is granted no more. Whoever has it keeps it until its end. Refused while a campaign names it.',
      )}
    </AskButton>
  );
}
