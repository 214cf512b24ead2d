// Choosing what somebody may: each role with what it adds.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../session/session.ts';

interface RoleSelectParts {
  readonly role: Role;
  change(role: Role): void;
}

/* t('role: viewer') t('role: sales') t('role: marketer') t('role: administrator') */
export function RoleSelect({ role, change }: RoleSelectParts) {
  const { t } = useTranslation();
  const may: Readonly<Record<Role, string>> = {
    viewer: t('Sees everything but what is secret, and changes nothing.'),
    sales: t('Also finishes tasks and writes notes.'),
    marketer: t('Also contacts, campaigns, templates and mail.'),
    administrator: t('Also sources, settings, users and tokens.'),
  };
  return (
    <Select
      label={t('Role')}
      description={may[role]}
      data={roles.map((value) => ({ value, label: t(`role: ${value}`) }))}
      value={role}
      allowDeselect={false}
      onChange={(to) => change(to as Role)}
    />
  );
}
