// What somebody sees whose link leads nowhere: it was cut, or it is the one that people cannot see. It tells nothing of anybody.
import { escapeHtml } from '../../escape-html.ts';
import { page } from './page.ts';

export const wrongLinkPage = (organization: string): string =>
  page(
    'This link does not work',
    `<h1>This link does not work</h1>
<p>It may have been cut when it was copied. Please open it in the email itself,
or answer the email and ask <b>${escapeHtml(organization)}</b> for what you were looking for.</p>`,
  );

export const nothingHerePage = (organization: string): string =>
  page(
    'Nothing to see here',
    `<h1>Nothing to see here</h1>
<p>This link is not meant for people. The other links of the email from <b>${escapeHtml(organization)}</b> lead on.</p>`,
  );
