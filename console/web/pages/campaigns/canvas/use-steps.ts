// What can be done to the steps of the campaign that is written, from the canvas and from the list alike.
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import type { Inside } from '../state/use-inside.ts';
import { everyPlace, idsOf } from '../steps/kinds.ts';
import { movedIn } from '../steps/moved-in.ts';
import { byStep } from '../steps/problems.ts';
import {
  duplicateStep,
  type Gap,
  gapBeside,
  insertStep,
  moveStep,
  type Place,
  removeStep,
  replaceStep,
  type Step,
  stepAt,
} from '../steps/tree.ts';
import type { Problem, Writing } from '../writing/use-writing.ts';

export type Kind = Schemas['getStepKindsAnswer']['items'][number];

/** What the API declares of steps and of campaigns. */
export const useDeclared = () =>
  useQuery({
    queryKey: ['/api/step-kinds'],
    queryFn: () => answered(client.GET('/api/step-kinds')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

const noKinds: readonly Kind[] = [];

export interface Steps {
  readonly campaign: string;
  /** It was published once: there is something to report. */
  readonly isLive: boolean;
  readonly kinds: readonly Kind[];
  readonly mayChange: boolean;
  /** The step that is open. */
  readonly open: Place | undefined;
  show(place: Place | undefined): void;
  add(gap: Gap, kind: Kind): void;
  remove(place: Place): void;
  duplicate(place: Place): void;
  move(place: Place, gap: Gap): void;
  /** One place up or down. */
  nudge(place: Place, by: -1 | 1): void;
  replace(place: Place, step: Step): void;
  problemsOf(place: Place): readonly Problem[];
  /** Who is at the step of that id now, in all versions; undefined until it was counted. */
  insideAt(id: string): number | undefined;
  readonly inside: Inside;
  /** Of reports; undefined while the steps cannot be read. */
  idOf(step: Step): string | undefined;
}

export const StepsContext = createContext<Steps | undefined>(undefined);

export function useSteps(): Steps {
  const steps = useContext(StepsContext);
  if (!steps) throw new Error('No campaign is written here');
  return steps;
}

/** Once what was changed is drawn. */
export const focusStep = (place: Place): void => {
  setTimeout(() => {
    const all = [`[data-step="${place.join('.')}"]`, '[data-step]'];
    const found = all.map((one) => document.querySelector<HTMLElement>(one)).find(Boolean);
    found?.focus({ preventScroll: true });
  });
};

type About = Pick<Steps, 'campaign' | 'isLive' | 'mayChange' | 'inside'>;

export function useMakeSteps(writing: Writing, about: About): Steps {
  const kinds = useDeclared()?.items ?? noKinds;
  const [open, show] = useState<Place>();
  const { document, problems } = writing;
  const known = useMemo(() => {
    const places = everyPlace(document).map(({ place }) => place);
    return { ids: idsOf(document), problems: byStep(problems, places) };
  }, [document, problems]);
  return {
    ...about,
    ...{ kinds, open, show },
    ...deeds(writing, show),
    problemsOf: (place) => known.problems.get(place.join('.')) ?? [],
    idOf: (step) => known.ids.get(step),
    insideAt: (id) => insideAt(about.inside, id),
  };
}

function insideAt({ count: { places, isDone } }: Inside, id: string): number | undefined {
  if (!isDone) return undefined;
  return (places ?? [])
    .filter(({ step }) => step === id)
    .reduce((sum, { people }) => sum + people, 0);
}

type Deeds = Pick<Steps, 'add' | 'remove' | 'duplicate' | 'move' | 'nudge' | 'replace'>;

function deeds({ document, change }: Writing, show: Steps['show']): Deeds {
  const move = (place: Place, gap: Gap) => {
    const moved = moveStep(document, place, gap);
    if (!moved) return;
    change(moved.document);
    focusStep(moved.place);
  };
  return {
    move,
    add: (gap, { blank }) => {
      change(insertStep(document, gap, structuredClone(blank) as Step));
      show([...gap.list, gap.index]);
    },
    remove: (place) => {
      change(removeStep(document, place));
      show(undefined);
      focusStep(place);
    },
    duplicate: (place) => change(duplicateStep(document, place)),
    nudge: (place, by) => {
      const gap = gapBeside(document, place, by);
      if (gap) move(place, gap);
    },
    replace: (place, step) => {
      const whole = movedIn(stepAt(document, place) ?? {}, step);
      change(replaceStep(document, place, whole), place.join('.'));
    },
  };
}
