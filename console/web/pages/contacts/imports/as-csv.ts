// A file of vCards as the CSV that it would be, so that it goes the way of any other file. Refuses one that is cut short.
import Papa from 'papaparse';
import { cardRecords, isVcard } from '../../../../command-line/vcards.ts';
import { Told } from '../../../parts/explain.ts';

/** Any other file is itself. */
export async function asCsv(file: File): Promise<File> {
  if (!isVcard(file.name)) return file;
  const rows: (readonly string[])[] = [];
  for await (const records of cardRecords([await file.text()]))
    for (const record of records) {
      if ('because' in record) throw new Told(record.because);
      rows.push(record);
    }
  const { name, lastModified } = file;
  return new File([Papa.unparse(rows.map((row) => [...row]))], name, { lastModified });
}
