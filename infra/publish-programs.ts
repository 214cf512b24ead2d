// `npm run publish:programs -- <url> <token>`: publishes the shipped programs in a deployed workspace.
import { publishPrograms, readCampaigns } from './programs.ts';

const [url, token] = process.argv.slice(2);
if (url === undefined || token === undefined) {
  console.error('Usage: npm run publish:programs -- https://<api> pat_…');
  process.exitCode = 2;
} else {
  await publishPrograms(url.replace(/\/$/, ''), token);
  console.log(
    `Live: ${readCampaigns()
      .map(({ id }) => id)
      .join(', ')}`,
  );
}
