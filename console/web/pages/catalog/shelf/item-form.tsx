// Adding something to the catalog, changing it, or taking it off: beside the list, by its id.
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { type RefusedAt, useRefusedAt } from '../../../parts/form/refused-at.ts';
import { RefusedRest } from '../../../parts/form/refused-rest.tsx';
import { useMay } from '../../../session/session.ts';
import type { Edited, Item } from './shelf.tsx';

export interface Draft<Body> {
  readonly id: string;
  /** Undefined once it has one: others know it by that. */
  readonly setId: ((id: string) => void) | undefined;
  readonly body: Body;
  change(changed: Partial<Body>): void;
  /** What the last saving was refused for, of a field. */
  readonly refused: RefusedAt['at'];
}

/** Nothing that is there is written over by what is new. */
export interface OnTop {
  readonly 'if-match'?: '"0"';
}

interface Ways<Row, Body> {
  /** Where the API keeps them: "/api/offers". */
  readonly path: string;
  readonly add: string;
  bodyOf(known: Row | undefined): Body;
  put(id: string, body: Body, header: OnTop): Promise<unknown>;
  remove(id: string): Promise<unknown>;
  /** What taking one off does, and the way back. */
  readonly afterRemoval: ReactNode;
  fields(draft: Draft<Body>): ReactNode;
  /** Those that say themselves what is wrong with them. */
  readonly named: readonly string[];
}

interface FormParts<Row extends Item, Body extends object> extends Edited<Row> {
  readonly of: Ways<Row, Body>;
}

export function ItemForm<Row extends Item, Body extends object>(parts: FormParts<Row, Body>) {
  const { of, edited, close } = parts;
  const known = typeof edited === 'object' ? edited : undefined;
  return (
    <Drawer
      key={known?.id ?? (edited && 'new')}
      opened={edited !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={known?.name ?? of.add}
    >
      {edited && <Form {...{ of, known, close }} />}
    </Drawer>
  );
}

interface OneParts<Row extends Item, Body extends object> {
  readonly of: Ways<Row, Body>;
  readonly known: Row | undefined;
  close(): void;
}

function Form<Row extends Item, Body extends object>({ of, known, close }: OneParts<Row, Body>) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [id, setId] = useState(known?.id ?? '');
  const [body, setBody] = useState(() => of.bodyOf(known));
  const save = useAct({
    run: () => of.put(id.trim(), filled(body), known ? {} : { 'if-match': '"0"' }),
    done: t('Saved.'),
    changes: [[of.path]],
    after: close,
    isShown: true,
  });
  const refused = useRefusedAt(save.error, ['id', ...of.named]);
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset disabled={!may} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack>
          {of.fields({
            ...{ id, body, setId: known ? undefined : setId, refused: refused.at },
            change: (changed) => setBody((one) => ({ ...one, ...changed })),
          })}
        </Stack>
      </fieldset>
      <RefusedRest rest={refused.rest} />
      {may && (
        <Group justify="space-between">
          {known ? <Remove {...{ of, known, close }} /> : <span />}
          <Button type="submit" loading={save.isPending}>
            {t('Save')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface RemoveParts<Row extends Item, Body extends object> extends OneParts<Row, Body> {
  readonly known: Row;
}

function Remove<Row extends Item, Body extends object>(parts: RemoveParts<Row, Body>) {
  const { of, known, close } = parts;
  const { t } = useTranslation();
  const act = useAct({
    run: () => of.remove(known.id),
    done: t('It is off the catalog.'),
    changes: [[of.path]],
    after: close,
  });
  return (
    <AskButton
      label={t('Remove')}
      question={t('Remove {{name}}?', { name: known.name })}
      variant="subtle"
      color="red"
      act={() => act.mutateAsync()}
    >
      {of.afterRemoval}
    </AskButton>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What is left empty is left out. */
const filled = <T extends object>(draft: T): T =>
  Object.fromEntries(
    Object.entries(draft)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => !isEmpty(value)),
  ) as T;
