// A place of several pages, as tabs: each has an address of its own, so that it can be gone back to and linked.
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { TabList } from './tab-list.tsx';

export interface PlaceTab {
  /** Behind the address of the place; the first one's is empty. */
  readonly path: string;
  readonly label: string;
  readonly content: () => ReactNode;
  /** It can be linked, and is offered to nobody. */
  readonly isHidden?: boolean;
}

interface PlaceTabsParts {
  /** "/settings" */
  readonly at: string;
  readonly tabs: readonly PlaceTab[];
}

/** Mantine takes no tab without a value. */
const named = (path = ''): string => path || 'first';

export function PlaceTabs({ at, tabs }: PlaceTabsParts) {
  const { pathname } = useLocation();
  const go = useNavigate();
  const below = pathname.slice(at.length + 1);
  const open = tabs.find(({ path }) => path === below) ?? tabs[0];
  const offered = tabs.filter((tab) => !tab.isHidden || tab === open);
  return (
    <Tabs
      value={named(open?.path)}
      onChange={(value) => go(value === named('') ? at : `${at}/${value}`)}
      keepMounted={false}
    >
      <TabList open={named(open?.path)}>
        {offered.map(({ path, label }) => (
          <Tabs.Tab key={path} value={named(path)}>
            {label}
          </Tabs.Tab>
        ))}
      </TabList>
      {tabs.map(({ path, content }) => (
        <Tabs.Panel key={path} value={named(path)}>
          {path === open?.path && content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
