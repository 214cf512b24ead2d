// What became of a campaign's mails, and why some were withheld.
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../words/use-formats.ts';
import type { Results } from './results-tab.tsx';

export function MailTable({ messages }: Pick<Results, 'messages'>) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const rows = [
    { label: t('Asked to send'), value: messages.requested },
    { label: t('Sent'), value: messages.sent },
    { label: t('Delivered'), value: messages.delivered },
    { label: t('Opened'), value: messages.opened, rate: messages.openRate },
    { label: t('Clicked'), value: messages.clicked, rate: messages.clickRate },
    { label: t('Bounced'), value: messages.bounced, rate: messages.bounceRate },
    { label: t('Called spam'), value: messages.complained, rate: messages.complaintRate },
  ];
  const withheld = Object.entries(messages.withheld);
  return (
    <>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {rows.map(({ label, value, rate }) => (
            <Table.Tr key={label}>
              <Table.Th fw={400}>{label}</Table.Th>
              <Table.Td ta="end">{number(value)}</Table.Td>
              <Table.Td ta="end">{rate === undefined ? '' : percent(rate)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {withheld.length > 0 && (
        <Text size="sm" fw={600} mt="md">
          {t('Withheld')}
        </Text>
      )}
      <Withheld all={withheld} />
    </>
  );
}

/* t('withheld: no_address') t('withheld: unsubscribed') t('withheld: not_subscribed')
   t('withheld: pending_confirmation') t('withheld: topic_unsubscribed') t('withheld: topic_not_subscribed')
   t('withheld: paused') t('withheld: suppressed') t('withheld: smart_sending') t('withheld: frequency_cap')
   t('withheld: quiet_hours_expired') t('withheld: expired') t('withheld: skipped_on_resume')
   t('withheld: sent_before') t('withheld: campaign_stopped') t('withheld: template_skip')
   t('withheld: unsupported_address') t('withheld: not_asked') t('withheld: asked_too_often') t('withheld: erased') */
function Withheld({ all }: { readonly all: readonly (readonly [string, number])[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {all.map(([reason, count]) => (
          <Table.Tr key={reason}>
            <Table.Th fw={400}>{t(`withheld: ${reason}`)}</Table.Th>
            <Table.Td ta="end">{number(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
