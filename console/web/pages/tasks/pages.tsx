// Tasks: what campaigns handed to the team, as a list by when it is due and as a board by how far each lead has come.
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';
import { PlaceTabs } from '../../parts/place-tabs.tsx';
import { Board } from './board.tsx';
import { OpenTasks } from './open-tasks.tsx';

export function Component() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('Tasks')}
      about={t('What campaigns handed to your team, and how far each lead has come.')}
    >
      <PlaceTabs
        at="/tasks"
        tabs={[
          { path: '', label: t('Open tasks'), content: () => <OpenTasks /> },
          { path: 'board', label: t('Pipeline'), content: () => <Board /> },
        ]}
      />
    </Page>
  );
}
