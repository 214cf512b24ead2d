// The two stacks: what is kept (the tables) and what can be replaced at any time (everything else).
import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { alarms } from './alarms.ts';
import type { Bundles } from './bundles.ts';
import { bus, routeReceived } from './bus.ts';
import { webConsole } from './console.ts';
import { dashboard } from './dashboard.ts';
import { type Functions, functions } from './functions.ts';
import { httpApi, publicUrlOf, serve } from './http-api.ts';
import { mail, routeAccountNews, routeReports } from './mail.ts';
import { consume, pace, type Queues, queues } from './queues.ts';
import { everyMinute } from './schedule.ts';
import { settings } from './settings.ts';
import { type Tables, tables } from './tables.ts';

/** What was built before: the folders of the functions, and that of the console, where there is one. */
interface Built {
  readonly bundles: Bundles;
  readonly console?: string | undefined;
}

export function perennial(app: App, built: Built): { data: Stack; application: Stack } {
  const data = new Stack(app, 'PerennialData', { description: 'What Perennial keeps' });
  const application = new Stack(app, 'PerennialApp', { description: 'What Perennial does' });
  build(application, built, tables(data));
  return { data, application };
}

function build(scope: Stack, { bundles, console: files }: Built, kept: Tables): void {
  const chosen = settings(scope.node);
  const door = httpApi(scope);
  const parts = {
    bundles,
    tables: kept,
    queues: queues(scope),
    bus: bus(scope),
    mail: mail(scope, chosen),
    mailFrom: chosen.mailFrom,
    relay: chosen.relay,
    httpApi: door,
    signIn: webConsole(scope, { httpApi: door, chosen, files }),
    publicUrl: publicUrlOf(scope, door, chosen),
  };
  const built = functions(scope, parts);
  serve(scope, parts.httpApi, built);
  routeReceived(scope, parts.bus, parts.queues);
  routeReports(scope, parts.mail, parts.queues);
  routeAccountNews(scope, parts.queues);
  everyMinute(scope, built.tick, parts.queues.undelivered);
  consumeAll(parts.queues, built);
  alarms(scope, { ...parts, tick: built.tick, alarmEmail: chosen.alarmEmail });
  dashboard(scope, { ...parts, functions: built });
  new CfnOutput(scope, 'PublicUrl', { value: parts.publicUrl });
  new CfnOutput(scope, 'Setup', { value: built.setup.functionName });
}

function consumeAll(from: Queues, by: Functions): void {
  consume(from.inbox, by.pack, pace.inbox);
  consume(from.advance, by.advance, pace.advance);
  consume(from.send, by.deliver, pace.send);
  consume(from.marketing, by.deliver, pace.marketing);
  consume(from.bulk, by.deliver, pace.bulk);
  consume(from.webhooks, by.webhook, pace.webhooks);
  consume(from.jobs, by.crawl, pace.jobs);
  consume(from.feedback, by.feedback, pace.feedback);
}
