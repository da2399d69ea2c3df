import { describe, expect, test } from 'vitest';
import { portsOf, readSettings } from './settings.ts';
import { portProblem } from './taken-port.ts';

const read = (environment: Record<string, string>) =>
  readSettings({ NODE_ENV: 'test', ...environment }, '/site');

describe('what is configured from outside is not started', () => {
  test.each([
    ['nothing: all of it runs here', {}, { runsLake: true, runsDatabase: true, runsInbox: true }],
    ['an empty variable means nothing', { DATABASE_URL: '' }, { runsDatabase: true }],
    ['a database', { DATABASE_URL: 'postgres://db/site' }, { runsDatabase: false, runsInbox: true }],
    ['a database by file', { DATABASE_URL_FILE: '/run/secrets/db' }, { runsDatabase: false }],
    ['an SMTP relay', { SMTP_URL: 'smtp://relay' }, { runsInbox: false, runsLake: true }],
    ['hosted Sanity', { SANITY_PROJECT_ID: 'abc123' }, { runsLake: false }],
    ['a lake elsewhere', { SANITY_API_HOST: 'http://lake:3333' }, { runsLake: false }],
  ])('%s', (_name, environment, expected) => {
    expect(read(environment)).toMatchObject(expected);
  });

  test('and its port may be taken', () => {
    const settings = read({ DATABASE_URL: 'postgres://db/site', SMTP_URL: 'smtp://relay' });
    expect(portsOf(settings).map(({ variable }) => variable)).toEqual(['PORT', 'LAKE_PORT']);
  });
});

test('a variable that cannot be used is named', () => {
  expect(() => read({ PORT: 'eighty' })).toThrow(/PORT/);
});

test('two programs on one port are refused before anything starts', async () => {
  const problem = await portProblem(portsOf(read({ PORT: '4999', LAKE_PORT: '4999' })));
  expect(problem).toBe('PORT and LAKE_PORT are both 4999: each program needs a port of its own.');
});
