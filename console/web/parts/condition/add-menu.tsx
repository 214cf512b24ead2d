// What a new condition may be about, chosen from a menu; or a group of conditions.
import { Button, Menu } from '@mantine/core';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { Fragment, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { kindsOf } from './kinds.ts';
import { ConditionPlace } from './place.ts';
import type { Rule } from './rule.ts';

interface AddMenuParts {
  readonly isFirst: boolean;
  /** Groups stand five deep at most. */
  readonly mayNest: boolean;
  add(rule: Rule): void;
}

export function AddMenu({ isFirst, mayNest, add }: AddMenuParts) {
  const { t } = useTranslation();
  const { event } = useContext(ConditionPlace);
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button
          variant={isFirst ? 'light' : 'default'}
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          {isFirst ? t('Choose a condition') : t('Add a condition')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {kindsOf(t, event !== undefined).map(({ label, kinds }) => (
          <Fragment key={label}>
            <Menu.Label>{label}</Menu.Label>
            {kinds.map(({ label: name, icon: Icon, begins }) => (
              <Menu.Item
                key={name}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => add(begins)}
              >
                {name}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
        {mayNest && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconStack2 size={16} aria-hidden />}
              onClick={() => add({ op: 'or', rules: [] })}
            >
              {t('A group of conditions')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
