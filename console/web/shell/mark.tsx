// The name of the product, with its leaf.
import { Group, Text } from '@mantine/core';

export const Mark = () => (
  <Group gap={8} wrap="nowrap">
    <img src="/favicon.svg" alt="" width={28} height={28} />
    <Text fw={700} size="lg" dir="ltr">
      Perennial
    </Text>
  </Group>
);
