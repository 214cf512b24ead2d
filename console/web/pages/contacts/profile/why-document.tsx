// The version that an answer of Why? is about, as it was written: its conditions and its trigger are said from it.
import { api, type Schemas } from '../../../api/client.ts';
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import { Reason } from '../../../parts/said/said.tsx';

interface Document {
  readonly trigger?: Readonly<Record<string, unknown>>;
  readonly audience?: unknown;
}

/** Undefined until it has come. */
export function useDocument({
  id,
  version,
}: Schemas['getContactsIdWhyCampaignAnswer']['campaign']): Document | undefined {
  const path = { id, version: String(version) };
  const { data } = api.useQuery(
    'get',
    '/api/campaigns/{id}/versions/{version}',
    { params: { path } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return data?.document as Document | undefined;
}

interface TriggerParts {
  readonly trigger: object | undefined;
  /** What the API says of it. */
  readonly otherwise: string;
}

export function TriggerText({ trigger = {}, otherwise }: TriggerParts) {
  const said = triggerSentence(trigger, useWording());
  return said ?? <Reason text={otherwise} />;
}
