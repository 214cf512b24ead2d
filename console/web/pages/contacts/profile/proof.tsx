// How a wish was told, and what proves it: the words that were shown, the page, the device, as far as anybody kept them.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import { useFormats } from '../../../words/use-formats.ts';

export type Line = Schemas['getContactsIdConsentsAnswer']['items'][number];

/* t('proof: legal_basis') t('proof: wording') t('proof: wording_version') t('proof: language') t('proof: source_url')
   t('proof: form') t('proof: policy_url') t('proof: message') t('proof: ip') t('proof: user_agent') */
const shown = [
  ...(['wording', 'wording_version', 'legal_basis', 'language', 'source_url', 'form'] as const),
  ...(['policy_url', 'message', 'ip', 'user_agent'] as const),
];

/* t('method: form') t('method: import') t('method: manual_add') t('method: manual_remove') t('method: preference_page')
   t('method: one_click_unsubscribe') t('method: integration') t('method: checkout') t('method: expired') */
export function Proof({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const kept = useKept(line);
  const { method, actor, method_detail } = line;
  return (
    <Stack gap={2}>
      <Text size="sm">
        {t(`method: ${method}`, method.replaceAll('_', ' '))} · <bdi>{actor}</bdi>
      </Text>
      {method_detail !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{method_detail}</bdi>
        </Text>
      )}
      {kept.length > 0 && (
        <details>
          <summary>{t('Proof')}</summary>
          {kept.map(([name, text]) => (
            <Text key={name} size="xs" style={{ overflowWrap: 'anywhere' }}>
              <b>{name}</b> <bdi>{text}</bdi>
            </Text>
          ))}
        </details>
      )}
    </Stack>
  );
}

/** Each with its name, in the reader's words. */
function useKept(line: Line): readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { double_opt_in: asked } = line;
  return [
    ...shown.flatMap((name) => {
      const text = line[name];
      return text === undefined ? [] : [[t(`proof: ${name}`), text] as const];
    }),
    ...(asked ? [[t('Asked to confirm'), moment(asked.requested_at)] as const] : []),
    ...(asked?.confirmed_at ? [[t('Confirmed'), moment(asked.confirmed_at)] as const] : []),
    ...(asked?.confirm_ip ? [[t('Confirmed from'), asked.confirm_ip] as const] : []),
  ];
}
