// What came in, a row each: when, from where, what, about whom, and what became of it.
import { Anchor, Badge, Button, Code, Paper, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Rows } from '../../../parts/paged-table.tsx';
import { faultWords } from '../../../parts/said/faults.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { kindName } from '../kind-name.ts';
import { Held } from './held.tsx';
import { type Arrival, keyOf } from './use-arrivals.ts';

const colors = {
  ...{ accepted: 'leaf', repeated: 'gray', rejected: 'orange', refused: 'red' },
} as const satisfies Record<Arrival['outcome'], string>;

export function ArrivalTable({ rows }: { readonly rows: readonly Arrival[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Arrival>();
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Rows
        label={t('What came in')}
        rows={rows}
        keyOf={keyOf}
        columns={[
          { label: t('When'), show: ({ at }) => <Clock at={at} /> },
          { label: t('Source'), show: ({ source }) => <SourceName source={source} /> },
          { label: t('Kind of call'), show: ({ type }) => (type ? <Code>{type}</Code> : '—') },
          { label: t('Event'), show: ({ name }) => <bdi>{name ?? '—'}</bdi> },
          { label: t('Who'), show: (row) => <Who arrival={row} /> },
          { label: t('Outcome'), show: (row) => <Outcome arrival={row} /> },
          { label: t('What it held'), show: (row) => <Look arrival={row} open={setOpen} /> },
        ]}
      />
      <Held arrival={open} close={() => setOpen(undefined)} />
    </Paper>
  );
}

function Clock({ at }: { readonly at: number }) {
  const { clock, moment } = useFormats();
  return (
    <Tooltip label={moment(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>
    </Tooltip>
  );
}

function SourceName({ source }: { readonly source: string }) {
  const { t } = useTranslation();
  return source.includes('/') ? <bdi>{source}</bdi> : kindName(source, t);
}

function Who({ arrival: { contact } }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  if (!contact) return '—';
  return (
    <Anchor component={Link} to={`/contacts/${contact.id}`} size="sm" dir="auto">
      {contact.called ?? t('Somebody')}
    </Anchor>
  );
}

function Outcome({ arrival: { outcome, why } }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  const said = {
    accepted: t('Taken'),
    repeated: t('Sent again'),
    rejected: t('Set aside'),
    refused: t('Refused'),
  }[outcome];
  return (
    <>
      <Badge variant="light" color={colors[outcome]} tt="none">
        {said}
      </Badge>
      {why && (
        <Text size="xs" mt={4} dir="auto">
          {faultWords(why, t)}
        </Text>
      )}
    </>
  );
}

interface LookParts {
  readonly arrival: Arrival;
  open(arrival: Arrival): void;
}

function Look({ arrival, open }: LookParts) {
  const { t } = useTranslation();
  if (arrival.outcome === 'rejected')
    return (
      <Anchor component={Link} to="/sources/quarantine" size="sm">
        {t('Quarantine')}
      </Anchor>
    );
  if (!arrival.row) return '—';
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('Look at {{name}}', { name: arrival.name ?? '' })}
      onClick={() => open(arrival)}
    >
      {t('Look')}
    </Button>
  );
}
