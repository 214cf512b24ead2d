// The drawing of a campaign: steps from the top down, a way to put another between any two. The keyboard does all that
// the mouse does: arrows go from step to step, Enter opens, Delete takes away, Alt with an arrow moves.
import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lanesOf, straightOn } from '../steps/kinds.ts';
import { type Drawing, type Drawn, layout, sizes } from '../steps/layout.ts';
import type { Fields } from '../steps/tree.ts';
import type { Writing } from '../writing/use-writing.ts';
import { type Deed, type Direction, keyDeed, nearest } from './keys.ts';
import { edgeTypes } from './line.tsx';
import { nodeTypes } from './nodes.tsx';
import { useSteps } from './use-steps.ts';
import './canvas.css';

export function Canvas({ writing: { document } }: { readonly writing: Writing }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance>(undefined);
  const drawing = useMemo(() => layout(document, { lanesOf, straightOn }), [document]);
  const shown = useMemo(() => elementsOf(drawing, document), [drawing, document]);
  useCentered(frame, flow);
  const press = useKeys(drawing, (id) => reveal(id, drawing, flow.current));
  return (
    <section
      ref={frame}
      className="campaign-canvas"
      dir="ltr"
      aria-label={t('Steps, drawn')}
      onKeyDown={press}
      onFocus={({ target, currentTarget }) => {
        const node = target.closest<HTMLElement>('[data-node]');
        if (node && target.matches(':focus-visible') && !isSeen(node, currentTarget))
          reveal(node.dataset.node ?? '', drawing, flow.current);
      }}
    >
      <ReactFlow
        {...shown}
        {...{ nodeTypes, edgeTypes }}
        colorMode={useComputedColorScheme('light')}
        onInit={(made) => {
          flow.current = made as unknown as ReactFlowInstance;
          begin(made as unknown as ReactFlowInstance, drawing, frame.current);
        }}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        ariaLabelConfig={{
          'controls.ariaLabel': t('How near'),
          'controls.zoomIn.ariaLabel': t('Nearer'),
          'controls.zoomOut.ariaLabel': t('Farther'),
          'controls.fitView.ariaLabel': t('All of it'),
        }}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        minZoom={0.25}
        maxZoom={1.5}
      >
        <Background gap={24} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}

function elementsOf({ drawn, lines }: Drawing, document: Fields) {
  const nodes = drawn.map((one) => ({
    id: one.id,
    type: one.kind,
    position: { x: one.x, y: one.y },
    ...sizes[one.kind],
    style: { pointerEvents: 'all' as const },
    data: { drawn: one, document },
  }));
  const edges = lines.map(({ from, to, turns }) => ({
    id: `${from} > ${to}`,
    source: from,
    target: to,
    type: 'line',
    data: { turns },
  }));
  return { nodes, edges };
}

/** The trigger in the middle of the upper edge; small enough for all paths to be seen, and large enough to be read. */
function begin(flow: ReactFlowInstance, { drawn }: Drawing, frame: HTMLElement | null): void {
  const { width = 800 } = frame?.getBoundingClientRect() ?? {};
  const half = Math.max(...drawn.map((one) => Math.max(-one.x, one.x + sizes[one.kind].width)));
  const zoom = Math.min(1, Math.max(0.5, width / (2 * half + 80)));
  void flow.setViewport({ x: width / 2, y: 24, zoom });
}

/** What is in the middle stays there when the frame grows or shrinks. */
function useCentered(
  frame: RefObject<HTMLElement | null>,
  flow: RefObject<ReactFlowInstance | undefined>,
): void {
  useEffect(() => {
    let known: number | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const moved = (width - (known ?? width)) / 2;
      known = width;
      const at = flow.current?.getViewport();
      if (at && moved !== 0) void flow.current?.setViewport({ ...at, x: at.x + moved });
    });
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, flow]);
}

function useKeys({ drawn }: Drawing, seen: (id: string) => void) {
  const steps = useSteps();
  const runOn = (deed: Deed, { kind, place }: Drawn) => {
    if (place && kind === 'step' && steps.mayChange) deed.run(steps, place);
  };
  const go = (to: Direction, here: Drawn, frame: HTMLElement) => {
    const next = nearest(drawn, here, to);
    if (!next) return;
    const found = frame.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`);
    found?.focus({ preventScroll: true });
    seen(next.id);
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset.node;
    const here = drawn.find(({ id }) => id === at);
    const deed = keyDeed(event);
    if (!here || deed === undefined) return;
    event.preventDefault();
    if (typeof deed === 'string') go(deed, here, event.currentTarget);
    else runOn(deed, here);
  };
}

/** Whoever goes by the tabulator may come to what lies outside the frame. */
function isSeen(node: HTMLElement, frame: HTMLElement): boolean {
  const [inner, outer] = [node.getBoundingClientRect(), frame.getBoundingClientRect()];
  const isAcross = inner.left >= outer.left && inner.right <= outer.right;
  return isAcross && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function reveal(id: string, { drawn }: Drawing, flow: ReactFlowInstance | undefined): void {
  const one = drawn.find((each) => each.id === id);
  if (!one || !flow) return;
  const { width, height } = sizes[one.kind];
  void flow.setCenter(one.x + width / 2, one.y + height / 2, {
    zoom: flow.getZoom(),
    duration: 150,
  });
}
