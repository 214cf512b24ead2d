// The pages of the console, once: where they are, what they are called, and who sees them. Routes and the menu read it.
import {
  IconAddressBook,
  IconBolt,
  IconBuildingStore,
  IconChecklist,
  IconFilter,
  IconHome,
  IconMailbox,
  IconPlugConnected,
  IconSettings,
  IconSpeakerphone,
  IconTemplate,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface Place {
  readonly path: string;
  /** In English, as every message. */
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** Its pages, with the routes below its path; the file is asked for when somebody goes there. */
  readonly pages: () => Promise<{ readonly Component: ComponentType }>;
}

/* t('Home') t('Campaigns') t('Broadcasts') t('Contacts') t('Segments') t('Templates') t('Catalog and offers')
   t('Tasks') t('Sources') t('Deliverability') t('Settings') */
export const places: readonly Place[] = [
  { path: '/', label: 'Home', icon: IconHome, pages: () => import('../pages/home/pages.tsx') },
  {
    path: '/campaigns',
    label: 'Campaigns',
    icon: IconBolt,
    pages: () => import('../pages/campaigns/pages.tsx'),
  },
  {
    path: '/broadcasts',
    label: 'Broadcasts',
    icon: IconSpeakerphone,
    pages: () => import('../pages/broadcasts/pages.tsx'),
  },
  {
    path: '/contacts',
    label: 'Contacts',
    icon: IconAddressBook,
    pages: () => import('../pages/contacts/pages.tsx'),
  },
  {
    path: '/segments',
    label: 'Segments',
    icon: IconFilter,
    pages: () => import('../pages/segments/pages.tsx'),
  },
  {
    path: '/templates',
    label: 'Templates',
    icon: IconTemplate,
    pages: () => import('../pages/templates/pages.tsx'),
  },
  {
    path: '/catalog',
    label: 'Catalog and offers',
    icon: IconBuildingStore,
    pages: () => import('../pages/catalog/pages.tsx'),
  },
  {
    path: '/tasks',
    label: 'Tasks',
    icon: IconChecklist,
    pages: () => import('../pages/tasks/pages.tsx'),
  },
  {
    path: '/sources',
    label: 'Sources',
    icon: IconPlugConnected,
    pages: () => import('../pages/sources/pages.tsx'),
  },
  {
    path: '/deliverability',
    label: 'Deliverability',
    icon: IconMailbox,
    pages: () => import('../pages/deliverability/pages.tsx'),
  },
  {
    path: '/settings',
    label: 'Settings',
    icon: IconSettings,
    pages: () => import('../pages/settings/pages.tsx'),
  },
];
