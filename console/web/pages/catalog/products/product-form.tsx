// Adding a product, changing one, or taking one off the catalog.
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { filled } from '../draft.ts';
import { ProductFields } from './product-fields.tsx';
import type { Product } from './products.tsx';

export type ProductBody = Schemas['putProductsIdBody'];

interface ProductFormParts {
  readonly edited: Product | 'new' | undefined;
  close(): void;
}

export function ProductForm({ edited, close }: ProductFormParts) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={typeof edited === 'object' ? edited.name : t('Add a product')}
    >
      {edited && <Form known={edited === 'new' ? undefined : edited} close={close} />}
    </Drawer>
  );
}

const bodyOf = (known: Product | undefined): ProductBody => {
  if (!known) return { name: '', active: true };
  const { id: _, companions: __, ...body } = known;
  return body;
};

function Form({ known, close }: { readonly known: Product | undefined; close(): void }) {
  const { t } = useTranslation();
  const [id, setId] = useState(known?.id ?? '');
  const [body, setBody] = useState(() => bodyOf(known));
  const save = useAct({
    run: () =>
      client.PUT('/api/products/{id}', { params: { path: { id: id.trim() } }, body: filled(body) }),
    done: t('Saved.'),
    changes: [['/api/products']],
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
      <ProductFields
        id={id}
        setId={known ? undefined : setId}
        body={body}
        change={(changed) => setBody((one) => ({ ...one, ...changed }))}
      />
      <Group justify="space-between">
        {known ? <Remove id={known.id} name={known.name} close={close} /> : <span />}
        <Button type="submit" loading={save.isPending}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}

interface RemoveParts extends Pick<Product, 'id' | 'name'> {
  close(): void;
}

function Remove({ id, name, close }: RemoveParts) {
  const { t } = useTranslation();
  const act = useAct({
    run: () => client.DELETE('/api/products/{id}', { params: { path: { id } } }),
    done: t('It is off the catalog.'),
    changes: [['/api/products']],
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
        'Mails and campaigns know it no more; orders of it stay. Added again under the same id, it is as before. To keep it and propose it no more, switch it off instead.',
      )}
    </AskButton>
  );
}
