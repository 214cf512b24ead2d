// The fields of a product.
import { Group, Image, NumberInput, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { decimalTyped } from '../../../parts/decimal-typed.ts';
import type { ProductDraft } from './product-form.tsx';
import { ProductsSelect } from './product-select.tsx';

/** As the API names them. */
export const productFields = [
  ...['name', 'description', 'price', 'currency', 'category', 'url', 'image_url'],
  ...['complements', 'tags', 'ladder'],
];

type TextName = 'name' | 'description' | 'category' | 'url' | 'image_url' | 'currency';

export function ProductFields({ id, setId, body, change, refused }: ProductDraft) {
  const { t } = useTranslation();
  const text = (name: TextName) => ({
    value: body[name] ?? '',
    error: refused(name),
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
        error={refused('id')}
        onChange={(event) => setId?.(event.currentTarget.value)}
      />
      <Textarea label={t('Description')} autosize {...text('description')} />
      <Group grow align="flex-start">
        <TextInput
          label={t('Price')}
          placeholder="19.90"
          error={refused('price')}
          inputMode="decimal"
          dir="ltr"
          value={body.price === undefined ? '' : String(body.price)}
          onChange={(event) => change({ price: decimalTyped(event.currentTarget.value) })}
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
      <Picture url={body.image_url} />
      <Relations {...{ id, body, change, refused }} />
    </>
  );
}

/** Asked for once it is whole: nobody is asked at every letter. */
function Picture({ url }: { readonly url: string | undefined }) {
  const [settled] = useDebouncedValue(url, 600);
  if (!settled || !/^https:\/\/[^/]+\.[^/]+\/./.test(settled)) return null;
  return <Image src={settled} alt="" h={140} w="auto" fit="contain" radius="md" />;
}

function Relations({
  id,
  body,
  change,
  refused,
}: Pick<ProductDraft, 'id' | 'body' | 'change' | 'refused'>) {
  const { t } = useTranslation();
  const { complements = [], tags = [], ladder, active = true } = body;
  return (
    <>
      <ProductsSelect
        label={t('Goes with')}
        description={t('The best first.')}
        error={refused('complements')}
        value={complements}
        besides={id}
        onChange={(to) => change({ complements: to })}
      />
      <TagsInput
        label={t('Tags')}
        error={refused('tags')}
        value={tags}
        onChange={(to) => change({ tags: to })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('Ladder')}
          description={t('Products of one ladder follow one another.')}
          error={refused('ladder')}
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
            required
            value={ladder.level || ''}
            onChange={(to) => change({ ladder: { ...ladder, level: Number(to) } })}
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
