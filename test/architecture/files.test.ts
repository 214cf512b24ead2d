// The shape of files: small, named in kebab case, and opened by what they are for.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Source, sourcesIn } from './sources.ts';

const own = sourcesIn('workflows', 'functions', 'infra', 'console');
const tests = sourcesIn('test');
const isTest = ({ path }: Source) => path.endsWith('.test.ts');

const pathsOf = (sources: readonly Source[]) => sources.map(({ path }) => path);

describe('Every file', () => {
  it('is one of many', () => {
    expect(own.length).toBeGreaterThan(100);
    expect(tests.length).toBeGreaterThan(50);
  });

  it('has a name in kebab case', () => {
    const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.long)?(\.test|\.config)?\.tsx?$/;
    const others = [...own, ...tests].filter(({ path }) => !isKebab.test(basename(path)));
    expect(pathsOf(others)).toEqual([]);
  });

  it('is named for the one thing it holds', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|.*-(manager|service|helper|util)s?)\.tsx?$/;
    expect(pathsOf([...own, ...tests].filter(({ path }) => vague.test(basename(path))))).toEqual(
      [],
    );
  });

  it('has 200 lines at most', () => {
    expect(pathsOf(own.filter(({ text }) => text.split('\n').length > 201))).toEqual([]);
  });

  it('opens with what it is for, unless it is a test and its facts say it', () => {
    const silent = [...own, ...tests.filter((source) => !isTest(source))].filter(
      ({ text }) => !text.startsWith('// '),
    );
    expect(pathsOf(silent)).toEqual([]);
  });

  it('is exempted from nothing by a comment', () => {
    const exempted = /biome-ignore|@ts-(ignore|nocheck|expect-error)|eslint-disable/;
    const others = [...own, ...tests].filter(({ path }) => !path.includes('architecture/'));
    expect(pathsOf(others.filter(({ text }) => exempted.test(text)))).toEqual([]);
  });
});
