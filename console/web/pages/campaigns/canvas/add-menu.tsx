// A way to put a step here: by choosing what kind, or by dropping one that is there already.
import { ActionIcon, Menu, ScrollArea, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap, Place } from '../steps/tree.ts';
import { StepIcon } from './step-icon.tsx';
import { useSteps } from './use-steps.ts';

interface AddParts {
  readonly gap: Gap;
  readonly node?: string;
}

export function AddMenu({ gap, node }: AddParts) {
  const { t } = useTranslation();
  const { kinds, mayChange, add, move } = useSteps();
  const [isOver, setOver] = useState(false);
  if (!mayChange) return null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const place = event.dataTransfer.getData('text/x-step');
    if (place) move(JSON.parse(place) as Place, gap);
  };
  return (
    <Menu position="bottom" width={320} withinPortal returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          className="nopan"
          data-node={node}
          variant={isOver ? 'filled' : 'default'}
          radius="xl"
          size={28}
          aria-label={t('Add a step here')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={380} type="auto">
          {kinds.map((kind) => (
            <Menu.Item
              key={kind.kind}
              leftSection={<StepIcon kind={kind.kind} size={28} />}
              onClick={() => add(gap, kind)}
            >
              <Text size="sm" fw={600}>
                {t(kind.label)}
              </Text>
              <Text size="xs">{t(kind.about)}</Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
