// One page for whoever is on duty: what comes in, what waits, what goes out, what fails.

import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Functions } from './functions.ts';
import { sesMetric } from './mail.ts';
import type { Queues } from './queues.ts';

interface Shown {
  readonly queues: Queues;
  readonly functions: Functions;
  readonly httpApi: HttpApi;
}

export function dashboard(scope: Construct, { queues, functions, httpApi }: Shown): Dashboard {
  const all = Object.values(functions);
  const { undelivered: _, dead: __, ...working } = queues;
  const live = Object.values(working);
  const graphs = [
    graph('Requests', [
      httpApi.metricCount(),
      httpApi.metricClientError(),
      httpApi.metricServerError(),
    ]),
    graph('Mail', ['Send', 'Bounce', 'Complaint'].map(sesMetric)),
    graph(
      'Waiting',
      live.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Oldest (s)',
      live.map((queue) => queue.metricApproximateAgeOfOldestMessage()),
    ),
    graph(
      'Failed for good',
      queues.dead.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Errors',
      all.map((each) => each.metricErrors()),
    ),
    graph(
      'Duration (ms)',
      all.map((each) => each.metricDuration()),
    ),
    graph(
      'Throttled',
      all.map((each) => each.metricThrottles()),
    ),
  ];
  return new Dashboard(scope, 'Dashboard', { widgets: [graphs.slice(0, 4), graphs.slice(4)] });
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 6 });
