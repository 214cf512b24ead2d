// A button that opens a dialog.
import { Button, type ButtonProps, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface DialogButtonParts extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  readonly title: string;
  readonly children: (close: () => void) => ReactNode;
}

export function DialogButton({ label, title, children, ...look }: DialogButtonParts) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" {...look} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} centered>
        {children(close)}
      </Modal>
    </>
  );
}
