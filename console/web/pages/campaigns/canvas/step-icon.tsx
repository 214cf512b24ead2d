// The icon of a kind of step. One that nobody has drawn yet has a plain one.
import { ThemeIcon } from '@mantine/core';
import {
  IconArrowsSplit,
  IconBox,
  IconChecklist,
  IconClock,
  IconDice,
  IconGift,
  IconLogout,
  IconMail,
  IconSpeakerphone,
  IconUserEdit,
  IconUserPlus,
  IconWebhook,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;

const icons: Readonly<Record<string, readonly [Icon, string]>> = {
  send: [IconMail, 'leaf'],
  wait: [IconClock, 'yellow'],
  branch: [IconArrowsSplit, 'violet'],
  split: [IconDice, 'violet'],
  offer: [IconGift, 'pink'],
  update: [IconUserEdit, 'blue'],
  task: [IconChecklist, 'blue'],
  webhook: [IconWebhook, 'blue'],
  enroll: [IconUserPlus, 'blue'],
  leave: [IconLogout, 'gray'],
  emit: [IconSpeakerphone, 'blue'],
};

export function StepIcon({
  kind,
  size = 32,
}: {
  readonly kind: string | undefined;
  readonly size?: number;
}) {
  const [Icon, color] = icons[kind ?? ''] ?? [IconBox, 'gray'];
  return (
    <ThemeIcon variant="light" color={color} size={size} radius="md">
      <Icon size={size * 0.6} aria-hidden />
    </ThemeIcon>
  );
}
