// A line from one step to what follows it, with one bend: below where paths part, above where they meet.
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';

type LineEdge = Edge<{ turns: 'early' | 'late' }, 'line'>;

interface Ends {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
}

const corner = 10;
const away = 18;

function pathOf({ sourceX, sourceY, targetX, targetY }: Ends, turns: 'early' | 'late'): string {
  const across = targetX - sourceX;
  if (Math.abs(across) < 1) return `M ${sourceX} ${sourceY} V ${targetY}`;
  const bend = turns === 'early' ? sourceY + away : targetY - away;
  const round = Math.min(corner, Math.abs(across) / 2, away);
  const side = Math.sign(across) * round;
  return [
    `M ${sourceX} ${sourceY} V ${bend - round}`,
    `Q ${sourceX} ${bend} ${sourceX + side} ${bend}`,
    `H ${targetX - side}`,
    `Q ${targetX} ${bend} ${targetX} ${bend + round}`,
    `V ${targetY}`,
  ].join(' ');
}

function Line({ id, data, ...ends }: EdgeProps<LineEdge>) {
  return <BaseEdge id={id} path={pathOf(ends, data?.turns ?? 'early')} />;
}

export const edgeTypes = { line: Line };
