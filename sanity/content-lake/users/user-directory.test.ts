import { expect, test } from 'vitest';
import { callerOf } from '../auth/local-accounts.ts';
import { currentUser } from './user-directory.ts';

test('a person of the local lake has an address of this machine, a robot has none', () => {
  const maria = callerOf({ name: 'maria', role: 'editor' });
  expect(currentUser(maria).email).toBe('maria@localhost.localdomain');
  expect(currentUser({ ...maria, isRobot: true }).email).toBe('');
});
