// The campaign as text.
import { Paper } from '@mantine/core';
import type { TabParts } from '../campaign-page.tsx';
import YamlText from './yaml-text.tsx';

export default function YamlTab({ writing }: TabParts) {
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <YamlText writing={writing} />
    </Paper>
  );
}
