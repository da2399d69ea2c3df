import { expect, test } from 'vitest';
import { smtpOutcome } from './smtp-outcome.ts';

const error = (fields: object) => Object.assign(new Error('No'), fields);

test.each([
  ['a greylisted recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'deferred'],
  ['a full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452 }, 'deferred'],
  ['an unknown recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
  ['a message called spam', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused'],
  ['a sender that is not taken', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'deferred'],
  ['a server that is closing', { code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, 'unreachable'],
  ['a greeting that says no', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'unreachable'],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unreachable'],
  ['no server', { code: 'ESOCKET', syscall: 'connect', command: 'CONN' }, 'unreachable'],
  ['an unknown host', { code: 'EDNS', syscall: 'getaddrinfo', command: 'CONN' }, 'unreachable'],
  ['an address no envelope can carry', { code: 'EENVELOPE', command: 'API' }, 'refused'],
  ['a connection that broke', { code: 'ECONNECTION', command: 'CONN' }, 'lost'],
  ['a silent server', { code: 'ETIMEDOUT', command: 'CONN' }, 'lost'],
])('%s: %o → %s', (_, fields, kind) => {
  expect(smtpOutcome(error(fields)).kind).toBe(kind);
});

test('what is not understood may have been sent', () => {
  expect(smtpOutcome('?')).toEqual({ kind: 'lost' });
});
