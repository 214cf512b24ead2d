// Whether marketing may reach somebody, as a word with its color.
import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Contact, type Standing, standingOf } from './contact.ts';

const colors: Readonly<Record<Standing, MantineColor>> = {
  subscribed: 'leaf',
  pending_confirmation: 'yellow',
  paused: 'yellow',
  unsubscribed: 'gray',
  not_subscribed: 'gray',
  no_address: 'gray',
  suppressed: 'red',
};

export function StandingBadge({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const standing = standingOf(contact);
  return (
    <Badge color={colors[standing]} variant="light" tt="none" miw="max-content">
      {t(`standing: ${standing}`)}
    </Badge>
  );
}
