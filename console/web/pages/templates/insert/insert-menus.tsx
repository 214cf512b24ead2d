// Menus that put values, filters and blocks where the cursor is.
import { Button, Group, Menu } from '@mantine/core';
import { IconBraces, IconFilterCode, IconPuzzle } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { blockInclude, filters, type InsertGroup, values } from './inserts.ts';

interface InsertMenusParts {
  insert(text: string): void;
  /** Blocks are for the source alone. */
  insertBlock(text: string): void;
}

export function InsertMenus({ insert, insertBlock }: InsertMenusParts) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/blocks', { params: { query: { limit: 500 } } });
  const blocks = (data?.items ?? []).map(({ id }) => ({ label: id, text: blockInclude(id) }));
  return (
    <Group gap="xs" role="group" aria-label={t('Insert')}>
      <InsertMenu
        label={t('Value')}
        icon={<IconBraces size={14} aria-hidden />}
        groups={values}
        pick={insert}
      />
      <InsertMenu
        label={t('Filter')}
        icon={<IconFilterCode size={14} aria-hidden />}
        groups={filters}
        pick={insert}
      />
      {blocks.length > 0 && (
        <InsertMenu
          label={t('Block')}
          icon={<IconPuzzle size={14} aria-hidden />}
          groups={[{ label: t('Blocks of the library'), inserts: blocks }]}
          pick={insertBlock}
        />
      )}
    </Group>
  );
}

interface InsertMenuParts {
  readonly label: string;
  readonly icon: ReactNode;
  readonly groups: readonly InsertGroup[];
  pick(text: string): void;
}

function InsertMenu({ label, icon, groups, pick }: InsertMenuParts) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" shadow="md" width={280}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
        {groups.map(({ label: called, inserts }) => (
          <Fragment key={called}>
            <Menu.Label>{t(called)}</Menu.Label>
            {inserts.map((one) => (
              <Menu.Item key={one.text} onClick={() => pick(one.text)}>
                {t(one.label)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
