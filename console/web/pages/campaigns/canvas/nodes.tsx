// What stands on the canvas: the trigger, steps, names of paths, ways to put a step, and the end.
import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconBolt, IconFlag } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { laneWords } from '../../../parts/campaign/lane-words.ts';
import type { Drawn } from '../steps/layout.ts';
import { type Fields, stepAt } from '../steps/tree.ts';
import { AddMenu } from './add-menu.tsx';
import { EndCounts, PathCount, StartCounts, StepCounts } from './counts.tsx';
import { StepIcon } from './step-icon.tsx';
import { useStepWords } from './step-words.ts';
import { useTriggerWords } from './trigger-words.ts';
import { useSteps } from './use-steps.ts';

interface Shown extends NodeProps {
  readonly data: { readonly drawn: Drawn; readonly document: Fields };
}

const Joined = ({ children }: { readonly children?: ReactNode }) => (
  <>
    <Handle type="target" position={Position.Top} isConnectable={false} />
    {children}
    <Handle type="source" position={Position.Bottom} isConnectable={false} />
  </>
);

function Start({ data: { drawn, document } }: Shown) {
  const { t, i18n } = useTranslation();
  const { campaign } = useSteps();
  const trigger = useTriggerWords(document);
  const navigate = useNavigate();
  return (
    <Joined>
      <UnstyledButton
        className="campaign-step nopan"
        dir={i18n.dir()}
        data-node={drawn.id}
        onClick={() => navigate(`/campaigns/${campaign}/settings`)}
      >
        <Group gap="xs" wrap="nowrap">
          <IconBolt size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {t('Who enters')}
          </Text>
        </Group>
        <Text size="xs" lineClamp={2} dir="auto">
          {trigger ?? t('The trigger is not complete yet')}
        </Text>
        <StartCounts />
      </UnstyledButton>
    </Joined>
  );
}

function StepNode({ data: { drawn, document } }: Shown) {
  const { i18n } = useTranslation();
  const { place = [] } = drawn;
  const step = stepAt(document, place) ?? {};
  const { open, show, mayChange, problemsOf, idOf } = useSteps();
  const { kind, label, sentence } = useStepWords(step);
  const problems = problemsOf(place);
  const id = idOf(step);
  return (
    <Joined>
      <UnstyledButton
        className="campaign-step nopan nodrag"
        dir={i18n.dir()}
        data-node={drawn.id}
        data-step={place.join('.')}
        data-open={open?.join('.') === place.join('.') || undefined}
        data-faulty={problems.length > 0 || undefined}
        draggable={mayChange}
        onDragStart={(event) => event.dataTransfer.setData('text/x-step', JSON.stringify(place))}
        onClick={() => show(place)}
      >
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <StepIcon kind={kind} size={28} />
          <Stack gap={0} miw={0} flex={1}>
            <Text size="sm" fw={600} truncate>
              {label}
            </Text>
            <Text size="xs" lineClamp={2} dir="auto">
              {sentence}
            </Text>
          </Stack>
          <Faults count={problems.length} />
        </Group>
        {id !== undefined && <StepCounts id={id} />}
      </UnstyledButton>
    </Joined>
  );
}

function Faults({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <IconAlertTriangle
      size={18}
      color="var(--mantine-color-red-6)"
      role="img"
      aria-label={t('{{count}} problems', { count })}
    />
  );
}

function Lane({ data: { drawn, document } }: Shown) {
  const { t } = useTranslation();
  const { idOf } = useSteps();
  const id = idOf(stepAt(document, drawn.place ?? []) ?? {});
  return (
    <Joined>
      <div className="campaign-lane">
        <Text
          size="xs"
          fw={600}
          truncate
          px={8}
          bg="var(--mantine-color-default-hover)"
          style={{ borderRadius: 8 }}
        >
          {laneWords(drawn.name ?? '', t)}{' '}
          {id !== undefined && <PathCount step={id} path={drawn.name ?? ''} />}
        </Text>
      </div>
    </Joined>
  );
}

/** Where nothing may be added, the line goes through. */
function Add({ data: { drawn } }: Shown) {
  const { mayChange } = useSteps();
  return (
    <Joined>
      {mayChange && drawn.gap && <AddMenu gap={drawn.gap} node={drawn.id} />}
      {!mayChange && <div className="campaign-through" />}
    </Joined>
  );
}

const Join = () => (
  <Joined>
    <div className="campaign-join" />
  </Joined>
);

function End({ data: { document } }: Shown) {
  const { t } = useTranslation();
  return (
    <Joined>
      <Group gap={6} justify="center" wrap="nowrap" h="100%">
        <IconFlag size={16} aria-hidden />
        <Text size="sm">{t('The end')}</Text>
        <EndCounts hasGoal={'goal' in document} />
      </Group>
    </Joined>
  );
}

export const nodeTypes = {
  start: Start,
  step: StepNode,
  lane: Lane,
  add: Add,
  join: Join,
  end: End,
};
