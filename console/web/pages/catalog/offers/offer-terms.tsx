// What an offer is, and what the mail shows of it.
import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProductSelect } from '../products/product-select.tsx';
import type { OfferDraft } from './offer-form.tsx';

const kinds = ['product', 'discount', 'free_subscription', 'free_shipping', 'gift'] as const;

export function OfferTerms({ id, setId, body, change, refused }: OfferDraft) {
  const { t } = useTranslation();
  const text = (name: 'name' | 'description' | 'terms' | 'code' | 'url') => ({
    value: body[name] ?? '',
    error: refused(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label={t('Name')} required data-autofocus {...text('name')} />
      <TextInput
        label={t('Id')}
        description={t('As campaigns name it: small letters, digits and hyphens.')}
        required
        pattern="[a-z0-9][a-z0-9\-]{0,59}"
        dir="ltr"
        readOnly={!setId}
        value={id}
        error={refused('id')}
        onChange={(event) => setId?.(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <Select
          label={t('Kind')}
          data={kinds.map((value) => ({ value, label: t(`offer: ${value}`) }))}
          value={body.kind}
          allowDeselect={false}
          onChange={(to) => change({ kind: to as OfferDraft['body']['kind'] })}
        />
        <ProductSelect
          label={t('Product')}
          error={refused('product')}
          value={body.product}
          onChange={(product) => change({ product })}
        />
      </Group>
      <Textarea label={t('Description')} autosize {...text('description')} />
      <Textarea
        label={t('Terms')}
        description={t('What the mail says about it.')}
        autosize
        {...text('terms')}
      />
      <Group grow align="flex-start">
        <TextInput label={t('Code')} dir="ltr" {...text('code')} />
        <TextInput label={t('Page')} type="url" dir="ltr" placeholder="https://" {...text('url')} />
      </Group>
    </>
  );
}
