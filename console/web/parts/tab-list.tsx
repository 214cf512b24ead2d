// The names of tabs in one line: on a phone the line scrolls, and the one that is open is in view.
import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface TabListParts {
  /** The value of the tab that is open. */
  readonly open: string;
  readonly children: ReactNode;
}

export function TabList({ open, children }: TabListParts) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = open && line.current?.querySelector('[aria-selected="true"]');
    if (chosen && line.current) line.current.scrollBy({ left: away(chosen, line.current) });
  }, [open]);
  return (
    <Tabs.List ref={line} mb="lg" className="tabs">
      {children}
    </Tabs.List>
  );
}

/** How far the middle of one is from the middle of the other. */
function away(one: Element, other: Element): number {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left + a.width / 2 - b.left - b.width / 2;
}
