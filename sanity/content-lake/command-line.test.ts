import { expect, test } from 'vitest';
import { parseCommandLine, UsageError } from './command-line.ts';

const flags = ['--data', 'lake-data', '--dataset', 'production'];
const accounts = (LAKE_ACCOUNTS: string) => parseCommandLine(flags, { LAKE_ACCOUNTS }).accounts;

test('accounts are named in the environment, as editors unless a role is named', () => {
  expect(accounts('maria, tomas:administrator')).toEqual([
    { name: 'maria', role: 'editor' },
    { name: 'tomas', role: 'administrator' },
  ]);
  expect(accounts('')).toEqual([]);
});

test.each(['maria:owner', '../maria', 'editor', 'María'])('no account is made of "%s"', (text) => {
  expect(() => accounts(text)).toThrow(UsageError);
});
