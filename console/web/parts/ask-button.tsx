// A button that asks before it acts: what will happen, whether it can be undone, and a reason where one is kept.
import {
  ActionIcon,
  Button,
  type ButtonProps,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface AskButtonParts extends ButtonProps {
  readonly label: string;
  readonly question: string;
  /** What will happen, and the way back. */
  readonly children: ReactNode;
  readonly asksReason?: boolean;
  /** Stands for the label where there is little room. */
  readonly icon?: ReactNode;
  /** Closes the question when it is done; stays open when it was refused. */
  act(reason: string): Promise<unknown>;
}

export function AskButton(parts: AskButtonParts) {
  const { label, question, children, asksReason = false, icon, act, ...look } = parts;
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      {icon ? (
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={open}>
          {icon}
        </ActionIcon>
      ) : (
        <Button {...look} onClick={open}>
          {label}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={question} centered>
        <Question {...{ label, asksReason, act, close, color: look.color ?? 'leaf' }}>
          {children}
        </Question>
      </Modal>
    </>
  );
}

interface QuestionParts extends Pick<AskButtonParts, 'label' | 'children' | 'act' | 'color'> {
  readonly asksReason: boolean;
  close(): void;
}

function Question({ label, children, asksReason, act, close, color }: QuestionParts) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isActing, setActing] = useState(false);
  const run = async () => {
    setActing(true);
    // A refusal has been told by whoever acts; the question stays open.
    await act(reason).then(close, () => undefined);
    setActing(false);
  };
  return (
    <Stack>
      <Text size="sm" component="div">
        {children}
      </Text>
      {asksReason && (
        <TextInput
          label={t('Reason')}
          description={t('Kept beside the change, for whoever asks later.')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button
          color={color}
          loading={isActing}
          onClick={run}
          disabled={asksReason && !reason.trim()}
        >
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
