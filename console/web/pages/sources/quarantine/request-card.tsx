// One request of which something was not taken: each part with its reason, what it was, and what came of replays.
import { Badge, Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import { Moment } from '../../../parts/moment.tsx';
import { faultWords } from '../../../parts/said/faults.ts';
import { useMay } from '../../../session/session.ts';
import { Mend } from './mend.tsx';
import { readable } from './readable.ts';

export type Request = Schemas['getQuarantineDayIdAnswer'];
type Rejected = Exclude<Request['rejected'], string>[number];
type Replay = Request['replays'][number];

export function RequestCard({ day, request }: { readonly day: string; readonly request: Request }) {
  const { t } = useTranslation();
  const { id, at, source, rejected, replays } = request;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack>
        <Group justify="space-between">
          <Text fw={600}>{source}</Text>
          <Text size="sm">
            <Moment at={at} exact />
          </Text>
        </Group>
        {typeof rejected === 'string' ? (
          <>
            <Text size="sm">{t('It was too large to be kept whole; this is how it begins.')}</Text>
            <Raw text={rejected} />
          </>
        ) : (
          rejected.map((one, index) => (
            <Part
              key={`${id} ${one.reason} ${one.raw}`}
              part={one}
              place={{ day, id, index }}
              replays={replays.filter((replay) => replay.index === index)}
            />
          ))
        )}
      </Stack>
    </Paper>
  );
}

export interface PlaceInQuarantine {
  readonly day: string;
  readonly id: string;
  readonly index: number;
}

interface PartParts {
  readonly part: Rejected;
  readonly place: PlaceInQuarantine;
  readonly replays: readonly Replay[];
}

function Part({ part: { reason, raw }, place, replays }: PartParts) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [isMending, { open, close }] = useDisclosure();
  const isTaken = replays.some(({ state }) => state === 'accepted');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Badge variant="light" color={isTaken ? 'leaf' : 'orange'} tt="none">
          {isTaken ? t('Taken') : t('Set aside')}
        </Badge>
        <Text size="sm" fw={500} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {faultWords(reason, t)}
        </Text>
      </Group>
      {isMending ? <Mend raw={raw} place={place} close={close} /> : <Raw text={readable(raw)} />}
      {replays.map((replay) => (
        <Came key={`${replay.at} ${replay.state}`} replay={replay} />
      ))}
      {may && !isTaken && !isMending && (
        <Group>
          <Button variant="default" size="xs" onClick={open}>
            {t('Mend and replay')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const Raw = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  return (
    <Code
      block
      dir="ltr"
      tabIndex={0}
      aria-label={t('As it came in')}
      mah={260}
      style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {text}
    </Code>
  );
};

function Came({ replay: { by, at, state, reason } }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      {state === 'accepted'
        ? t('{{by}} replayed it, and it was taken.', { by })
        : t('{{by}} replayed it, and it was set aside again: {{reason}}', { by, reason })}{' '}
      <Moment at={at} />
    </Text>
  );
}
