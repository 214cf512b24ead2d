// The page runs as its language does: Persian from right to left.
import { useDirection } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

export function useDirectionOfWords(): void {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    setDirection(i18n.dir());
  }, [i18n, i18n.language, setDirection]);
}
