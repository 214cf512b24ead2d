// What an import asks for and does, before a file is chosen.
import { Code, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const sample = `email,first_name,last_name,plan
sara@example.com,Sara,Karimi,pro
piotr@example.com,Piotr,Nowak,free`;

export function HowItGoes() {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack>
        <Title order={2} size="h4">
          {t('How it goes')}
        </Title>
        <List type="ordered" spacing="xs">
          <List.Item>{t('Each column is put where it belongs; you can change that.')}</List.Item>
          <List.Item>
            {t('You say what these people agreed to: nobody is mailed without it.')}
          </List.Item>
          <List.Item>
            {t('A dry run tells how many are new, how many are known, and which rows are refused.')}
          </List.Item>
          <List.Item>{t('Then it runs by itself, and you can leave the page.')}</List.Item>
        </List>
        <Text size="sm">{t('The first line names the columns, such as:')}</Text>
        <Code block dir="ltr" tabIndex={0} aria-label={t('A file')}>
          {sample}
        </Code>
      </Stack>
    </Paper>
  );
}
