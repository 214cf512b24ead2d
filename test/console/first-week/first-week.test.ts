// What a marketer does in the first week, told once and done by two hands: the one with the mouse, and the one that has a
// keyboard alone. In a real browser, on a runtime where mails are really sent and time really passes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/console.ts';
import { kinds } from '../hands/hand.ts';
import { drawCampaign, readResult } from './campaigns.ts';
import { sendBroadcast, writeMail } from './mails.ts';
import { buildSegment, connectSite, importPeople, lookAtSomebody } from './people.ts';
import { keepCatalog, prepareLeads, workPipeline } from './sales.ts';
import { beginWeek, type Week } from './week.ts';

const folder = mkdtempSync(join(tmpdir(), 'perennial-first-week-'));
let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
  await prepareLeads(opened);
});
afterAll(async () => {
  await opened?.close();
  rmSync(folder, { recursive: true });
});

describe.each(kinds)('a marketer with the %s', (kind) => {
  let week: Week;
  beforeAll(async () => {
    week = await beginWeek(opened, kind, folder);
  });
  afterAll(() => week?.hand.page.browserContext().close());

  it('connects the site, and sees its first event arrive', () => connectSite(week));
  it('brings people in from a file, tried out before', () => importPeople(week));
  it('finds somebody, understands, changes and stops mail to them', () => lookAtSomebody(week));
  it('builds a segment, counted before it is saved', () => buildSegment(week));
  it('writes a mail, sees it as its reader does, and tests it', () => writeMail(week));
  it('draws a campaign, corrects its text, publishes, pauses and resumes it', () =>
    drawCampaign(week));
  it('sends a broadcast, after a look at whom it reaches', () => sendBroadcast(week));
  it('lists a product, and an offer of it', () => keepCatalog(week));
  it('moves a lead on, and finishes its task with a note', () => workPipeline(week));
  it('reads what came of the campaign', () => readResult(week));
  it('saw no complaint of any page', () => expect(opened.complaints).toEqual([]));
});
