// What the pages of the console do besides the first week of a marketer: rare things, and what must not happen. All of it on
// one runtime and in one browser, each with a visitor of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../support/console.ts';
import { awayTests } from './pages/away.ts';
import { campaignsTests } from './pages/campaigns.ts';
import { contactsTests } from './pages/contacts.ts';
import { formsTests } from './pages/forms.ts';
import { broadcastsTests, settingsTests, sourcesTests } from './pages/office.ts';
import { segmentsTests } from './pages/segments.ts';
import { templatesTests } from './pages/templates.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

const places = {
  campaign: campaignsTests,
  contact: contactsTests,
  segment: segmentsTests,
  template: templatesTests,
  broadcast: broadcastsTests,
  source: sourcesTests,
  setting: settingsTests,
  form: formsTests,
  visitor: awayTests,
};

describe.each(Object.entries(places))('a %s', (_, tests) => tests(() => opened));

/** The lost race for a draft, a template with a fault, a product without sense, the hostile mail that may do nothing, and
 * who is away. */
const isMeant =
  /412 \(Precondition Failed\)|422 .*(?:templates.preview|api.products)|about:srcdoc|401 \(Unauth|INTERNET_DISCONNECTED|dynamically imported/;

it('makes no page complain', () =>
  expect(opened.complaints.filter((one) => !isMeant.test(one))).toEqual([]));
