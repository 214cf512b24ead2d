// The languages of a template: its own first, then its variants; adding one begins with a copy, to be translated.
import { Button, Group, Popover, Select, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskButton } from '../../../parts/ask-button.tsx';
import { useMay } from '../../../session/session.ts';
import {
  directionOf,
  languageOf,
  nameOfLanguage,
  own,
  type Source,
  wordingOf,
} from '../template.ts';

interface LanguageTabsParts {
  readonly source: Source;
  readonly open: string;
  show(variant: string): void;
  change(source: Source): void;
}

export function LanguageTabs({ source, open, show, change }: LanguageTabsParts) {
  const { t, i18n } = useTranslation();
  const isMarketer = useMay('marketer');
  const name = (language: string) => nameOfLanguage(language, i18n.language);
  const variants = Object.keys(source.variants ?? {});
  const remove = async () => {
    const { [open]: _, ...rest } = source.variants ?? {};
    const { variants: __, ...alone } = source;
    show(own);
    change(Object.keys(rest).length > 0 ? { ...alone, variants: rest } : alone);
  };
  return (
    <Group justify="space-between" gap="xs">
      <Tabs value={open} onChange={(to) => show(to ?? own)} variant="pills" activateTabWithKeyboard>
        <Tabs.List aria-label={t('Languages')}>
          <Tabs.Tab value={own}>{name(languageOf(source))}</Tabs.Tab>
          {variants.map((language) => (
            <Tabs.Tab key={language} value={language}>
              {name(language)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {isMarketer && (
        <Group gap="xs">
          {open !== own && (
            <AskButton
              size="compact-sm"
              variant="subtle"
              color="red"
              label={t('Remove {{language}}', { language: name(open) })}
              question={t('Remove {{language}}?', { language: name(open) })}
              act={remove}
            >
              {t(
                'Whoever reads it gets the template’s own language once this is saved. Earlier versions keep it.',
              )}
            </AskButton>
          )}
          <AddLanguage
            taken={[languageOf(source), ...variants]}
            add={(language) => {
              change({
                ...source,
                variants: { ...source.variants, [language]: begun(source, open, language) },
              });
              show(language);
            }}
          />
        </Group>
      )}
    </Group>
  );
}

/** A copy that says whose it is, and runs its way. */
function begun(source: Source, from: string, language: string) {
  const { subject, preheader, mjml } = wordingOf(source, from);
  const direction = directionOf(language);
  const opened = mjml
    .replace(/(<mjml\b[^>]*\blang=)"[\w-]+"/, `$1"${language}"`)
    .replace(/(<mjml\b[^>]*\bdir=)"\w+"/, `$1"${direction}"`);
  return { subject, ...(preheader && { preheader }), mjml: opened };
}

const common =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt pt-BR ro ru sk sl sr sv th tr uk ur vi zh'.split(
    ' ',
  );

interface AddLanguageParts {
  readonly taken: readonly string[];
  add(language: string): void;
}

function AddLanguage({ taken, add }: AddLanguageParts) {
  const { t, i18n } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const [chosen, setChosen] = useState<string | null>(null);
  const offered = common.filter((tag) => !taken.includes(tag));
  const begin = () => {
    if (chosen) add(chosen);
    setChosen(null);
    close();
  };
  return (
    <Popover opened={isOpen} onChange={close} trapFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={toggle}
        >
          {t('Add a language')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group align="flex-end" gap="xs">
          <Select
            label={t('Language')}
            searchable
            comboboxProps={{ withinPortal: false }}
            data={offered.map((tag) => ({
              value: tag,
              label: `${nameOfLanguage(tag, i18n.language)} (${tag})`,
            }))}
            value={chosen}
            onChange={setChosen}
            data-autofocus
          />
          <Button onClick={begin} disabled={!chosen}>
            {t('Add')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
