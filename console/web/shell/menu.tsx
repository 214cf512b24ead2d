// The menu: every page, the one that is open marked.
import { NavLink } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { places } from './places.ts';

export function Menu() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isOpen = (path: string) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
  return places.map(({ path, label, icon: Icon }) => (
    <NavLink
      key={path}
      component={Link}
      to={path}
      label={t(label)}
      leftSection={<Icon size={18} aria-hidden />}
      active={isOpen(path)}
      aria-current={isOpen(path) ? 'page' : undefined}
      style={{ borderRadius: 'var(--mantine-radius-md)' }}
    />
  ));
}
