// What became of the rows of an import, as CSV that a spreadsheet opens without running anything in it.
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';

type Result = Schemas['getImportsIdResultsAnswer']['items'][number];

const columns = ['row', 'result', 'because', 'contact'] as const;

export async function resultsFile(id: string, only?: Result['result']): Promise<Blob> {
  const { default: Papa } = await import('papaparse');
  const texts = [`\ufeff${columns.join(',')}\r\n`];
  let next: string | undefined;
  do {
    const query = { limit: 2_000, ...(only && { only }), ...(next !== undefined && { next }) };
    const call = client.GET('/api/imports/{id}/results', { params: { path: { id }, query } });
    const portion: { items: readonly Result[]; next?: string } = await answered(call);
    const rows = portion.items.map((one) => columns.map((name) => one[name] ?? ''));
    if (rows.length > 0) texts.push(`${Papa.unparse(rows, { escapeFormulae: true })}\r\n`);
    next = portion.next;
  } while (next !== undefined);
  return new Blob(texts, { type: 'text/csv' });
}
