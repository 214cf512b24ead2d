// Publishing: what is stored can run, carries what it needs, and is described to editors.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readPrograms } from '../../infra/programs.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import { stepTypes } from '../../workflows/steps/index.ts';
import {
  footer,
  hello,
  mail,
  minimal,
  plan,
  publish,
  refusal,
  withSteps,
} from '../support/publishing.ts';

describe('a template is refused', () => {
  it.each([
    ['an unknown key', { ...hello, color: 'red' }, ['"color"', '→ at templates.hello']],
    ['an unknown kind', { ...hello, kind: 'gossip' }, ['→ at templates.hello.kind']],
    ['no subject', { ...hello, subject: '' }, ['→ at templates.hello.subject']],
    [
      'Liquid that MJML loses',
      mail(`{% if person.vip %}<mj-text>x</mj-text>{% endif %}${footer}`),
      ['Template hello', '{% if person.vip %} is lost'],
    ],
    [
      'no way to unsubscribe',
      mail('<mj-text>{{ organization.address }}</mj-text>'),
      ['unsubscribe_url'],
    ],
    [
      'no postal address',
      mail('<mj-text><a href="{{ unsubscribe_url }}">x</a></mj-text>'),
      ['organization.address'],
    ],
    [
      'a variable that does not exist',
      mail(`<mj-text>{{ persn.name }}</mj-text>${footer}`),
      ['Template hello: body, line 2: persn.name does not exist'],
    ],
  ])('with %s', async (_, template, expected) => {
    const message = await refusal(minimal, { hello: template });
    for (const words of expected) expect(message).toContain(words);
  });

  it('under a name that is none', async () => {
    expect(await refusal(minimal, { hello, 'My mail': hello })).toContain('My mail');
  });
});

describe('a campaign that is published', () => {
  it('has every default written down', async () => {
    const { version } = await publish(minimal);
    expect(version).toEqual({
      campaign: 'test',
      version: 1,
      kinds: { hello: 'marketing' },
      reads: [],
      document: {
        ...minimal,
        ...{ basis: 'consent', priority: 5, reentry: 'never', sending: {}, exitOn: [] },
      },
    });
  });

  it('takes along the templates that it uses, once each, and their kinds', async () => {
    const steps = withSteps(
      { send: 'hello' },
      { branch: plan, yes: [{ send: 'receipt' }, { send: 'hello' }] },
    );
    const receipt = mail('<mj-text>Paid</mj-text>', 'transactional');
    const { version, stored } = await publish(steps, { hello, receipt, unused: hello });
    expect(stored.map(({ name }) => name)).toEqual(['hello', 'receipt']);
    expect(version.kinds).toEqual({ hello: 'marketing', receipt: 'transactional' });
  });

  it('carries from its trigger what its branches and its templates read, and nothing else', async () => {
    const { version } = await publish(
      {
        ...minimal,
        trigger: { event: 'Started', where: { property: 'source', op: 'is_set' } },
        audience: { property: 'age', op: 'is_set' },
        steps: [
          {
            wait: {
              for: '1 day',
              until: { event: 'A', where: { property: 'theirs', op: 'is_set' } },
            },
            onTimeout: [
              { branch: { property: 'seats', op: 'gt', value: 1 }, yes: [{ send: 'topical' }] },
            ],
          },
          { branch: { property: 'topic', op: 'is_set' }, yes: [{ send: 'topical' }] },
        ],
      },
      { topical: mail(`<mj-text>{{ event.topic }} {{ event.card }}</mj-text>${footer}`) },
    );
    expect(version.reads).toEqual(['seats', 'topic', 'card']);
  });

  it.each(readPrograms())('is each of the shipped programs: $name', async ({ campaigns }) => {
    const published = await Promise.all(
      campaigns.map(({ id, body }) => publish(body.campaign as object, body.templates, id)),
    );
    expect(published.map(({ version }) => version.campaign)).toEqual(campaigns.map(({ id }) => id));
    const used = new Set(published.flatMap(({ stored }) => stored.map(({ name }) => name)));
    const shipped = campaigns.flatMap(({ body }) => Object.keys(body.templates));
    expect([...used].sort()).toEqual([...new Set(shipped)].sort());
  });
});

interface Described {
  readonly $ref?: string;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
}

describe('the schema for editors', () => {
  const schema = z.toJSONSchema(campaignDocument, { io: 'input', reused: 'ref' });

  it('asks for a name, a trigger and steps, and knows the rest', () => {
    expect(schema.required).toEqual(['name', 'trigger', 'steps']);
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(['audience', 'basis', 'reentry', 'goal', 'exitOn']),
    );
    expect(schema.additionalProperties).toBe(false);
  });

  it('describes every type of step, and that steps nest', () => {
    const follow = (one: Described = {}): Described =>
      one.$ref === undefined
        ? one
        : follow(schema.$defs?.[one.$ref.replace('#/$defs/', '')] as Described);
    const steps = follow(schema.properties?.steps as Described);
    const types = follow(steps.items).anyOf ?? [];
    expect(types.map(({ required }) => required)).toEqual(stepTypes.map(({ type }) => [type]));
    const yes = types.find(({ required }) => required?.[0] === 'branch')?.properties?.yes;
    expect(follow(yes)).toBe(steps);
  });
});
