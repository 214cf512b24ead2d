// The rules that hold for every campaign unless it says otherwise: when mail may go out, how much of it, and to whom.
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { RulesForm } from './rules-form.tsx';
import { useWorkspace } from './use-workspace.ts';

export function RulesTab() {
  const { data, error, refetch } = useWorkspace();
  if (error) return <Failure error={error} again={refetch} />;
  return data ? <RulesForm known={data} /> : <Waiting />;
}
