// The fields of a product.
import { Group, Image, NumberInput, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProductDraft } from './product-form.tsx';

type TextName = 'name' | 'description' | 'category' | 'url' | 'image_url' | 'currency';

export function ProductFields({ id, setId, body, change }: ProductDraft) {
  const { t } = useTranslation();
  const text = (name: TextName) => ({
    value: body[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  const web = { type: 'url', dir: 'ltr', placeholder: 'https://' };
  return (
    <>
      <TextInput label={t('Name')} required data-autofocus {...text('name')} />
      <TextInput
        label={t('Id')}
        description={t('As orders of your shop name it: product_id, or sku.')}
        required
        dir="ltr"
        readOnly={!setId}
        value={id}
        onChange={(event) => setId?.(event.currentTarget.value)}
      />
      <Textarea label={t('Description')} autosize {...text('description')} />
      <Group grow align="flex-start">
        <TextInput
          label={t('Price')}
          inputMode="decimal"
          dir="ltr"
          value={body.price === undefined ? '' : String(body.price)}
          onChange={(event) => change({ price: event.currentTarget.value })}
        />
        <TextInput
          label={t('Currency')}
          placeholder="EUR"
          dir="ltr"
          maxLength={3}
          {...text('currency')}
        />
      </Group>
      <TextInput label={t('Category')} {...text('category')} />
      <TextInput label={t('Page')} {...web} {...text('url')} />
      <TextInput label={t('Image')} {...web} {...text('image_url')} />
      {body.image_url && (
        <Image src={body.image_url} alt="" h={140} w="auto" fit="contain" radius="md" />
      )}
      <Relations body={body} change={change} />
    </>
  );
}

function Relations({ body, change }: Pick<ProductDraft, 'body' | 'change'>) {
  const { t } = useTranslation();
  const { complements = [], tags = [], ladder, active = true } = body;
  return (
    <>
      <TagsInput
        label={t('Goes with')}
        description={t('Ids of products, the best first, each with Enter.')}
        value={complements}
        onChange={(to) => change({ complements: to })}
      />
      <TagsInput label={t('Tags')} value={tags} onChange={(to) => change({ tags: to })} />
      <Group grow align="flex-start">
        <TextInput
          label={t('Ladder')}
          description={t('Products of one ladder follow one another.')}
          value={ladder?.name ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ ladder: value ? { name: value, level: ladder?.level ?? 1 } : undefined });
          }}
        />
        {ladder && (
          <NumberInput
            label={t('Level')}
            description={t('1 is where it begins.')}
            min={1}
            max={1000}
            value={ladder.level}
            onChange={(to) => change({ ladder: { ...ladder, level: Number(to) || 1 } })}
          />
        )}
      </Group>
      <Switch
        label={t('May be proposed')}
        checked={active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </>
  );
}
