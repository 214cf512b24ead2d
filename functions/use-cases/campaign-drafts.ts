// Drafts: what is being written of a campaign. They may be wrong in any way but in their outline; what would keep them
// from going live is told at every saving.
import * as z from 'zod';
import { campaignId } from '../../workflows/model/campaign.ts';
import type { Draft, Drafts, Source } from '../book-ports.ts';
import { Clash, Refused } from '../errors.ts';
import { accept } from './accept.ts';
import { checkCampaign } from './check-campaign.ts';
import { referencesIn } from './check-references.ts';
import { refuseProblems, type Told } from './problems.ts';
import {
  besideProblems,
  offersFor,
  type Published,
  type PublishPorts,
  publishCampaign,
  scheduleProblems,
} from './publish-campaign.ts';

interface DraftPorts extends PublishPorts {
  readonly drafts: Drafts;
}

/** Only the outline: everything inside may be unfinished. */
export const draftInput = z.strictObject({
  campaign: z.record(z.string(), z.json()),
  templates: z.record(z.string().max(60), z.record(z.string(), z.json())).default({}),
});

/** Who saves or publishes, on top of which revision of the draft: 0 when there was none. */
interface OnTop {
  readonly revision: number;
  readonly by: string;
}

interface Saved {
  readonly revision: number;
  /** Why it could not go live as it is; absent when it could. */
  readonly problems?: readonly Told[];
}

/** Throws Refused(412) when somebody else has saved since. */
export async function saveDraft(
  ports: DraftPorts,
  id: string,
  input: unknown,
  { revision, by }: OnTop,
): Promise<Saved> {
  accept(campaignId, id, 'The campaign id');
  const given = accept(draftInput, input, 'The draft');
  const draft = {
    ...(given as unknown as Source),
    ...{ revision: revision + 1, by, at: ports.now() },
    name: typeof given.campaign.name === 'string' ? given.campaign.name.slice(0, 200) : id,
  };
  try {
    await ports.drafts.save(id, draft);
  } catch (error) {
    if (error instanceof Clash) throw changed(error);
    throw error;
  }
  const problems = await problemsOf(ports, id, given);
  return { revision: draft.revision, ...(problems !== undefined && { problems }) };
}

const changed = (cause?: Error) =>
  new Refused(412, 'Somebody else has changed this draft meanwhile', { cause });

async function problemsOf(
  ports: DraftPorts,
  id: string,
  given: unknown,
): Promise<Saved['problems']> {
  try {
    const { draft } = await checkCampaign(id, given, ports.library);
    const offers = await offersFor(ports, referencesIn(draft.document));
    const live = await ports.book.read();
    refuseProblems('The campaign', [
      ...besideProblems(draft, { ...live, offers }),
      ...(await scheduleProblems(ports, draft, live)),
    ]);
    return undefined;
  } catch (error) {
    if (error instanceof Refused)
      return error.problems ?? [{ at: error.at ?? '', message: error.message }];
    throw error;
  }
}

/** Throws Refused(404) when there is none. */
export async function readDraft(
  { drafts }: Pick<DraftPorts, 'drafts'>,
  id: string,
): Promise<Draft> {
  const draft = await drafts.get(id);
  if (!draft) throw new Refused(404, 'There is no such draft');
  return draft;
}

/** The draft, and what would keep it from going live now. Throws Refused(404). */
export async function examineDraft(
  ports: DraftPorts,
  id: string,
): Promise<Draft & Pick<Saved, 'problems'>> {
  const draft = await readDraft(ports, id);
  const { campaign, templates } = draft;
  const problems = await problemsOf(ports, id, { campaign, templates });
  return { ...draft, ...(problems && { problems }) };
}

/** The draft becomes the next version, and is a draft no more unless somebody has saved it since. */
export async function publishDraft(
  ports: DraftPorts,
  id: string,
  { revision, by }: OnTop,
): Promise<Published> {
  const draft = await readDraft(ports, id);
  if (draft.revision !== revision) throw changed();
  const { campaign, templates } = draft;
  const published = await publishCampaign(ports, id, { campaign, templates }, by);
  await ports.drafts.remove(id, revision);
  return published;
}

/** Throws Refused(412) when somebody has saved it since. */
export async function discardDraft(
  ports: Pick<DraftPorts, 'drafts'>,
  id: string,
  revision: number,
): Promise<void> {
  await readDraft(ports, id);
  if (!(await ports.drafts.remove(id, revision))) throw changed();
}
