import { expect, test } from 'vitest';
import { smtpOutcome } from './smtp-outcome.ts';

const error = (fields: object) => Object.assign(new Error('No'), fields);

test.each([
  ['a greylisted recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'deferred'],
  ['a full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452 }, 'deferred'],
  ['an unknown recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
  ['a message called spam', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused'],
  [
    'a sender that is not taken',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
    'unreachable',
  ],
  ['a server that is closing', { code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, 'unreachable'],
  ['a greeting that says no', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'unreachable'],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unreachable'],
  ['no server', { code: 'ESOCKET', syscall: 'connect', command: 'CONN' }, 'unreachable'],
  ['an unknown host', { code: 'EDNS', syscall: 'getaddrinfo', command: 'CONN' }, 'unreachable'],
  [
    'a server that closes at a recipient',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 },
    'unreachable',
  ],
  ['a message larger than it takes', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
  ['an address no envelope can carry', { code: 'EENVELOPE', command: 'API' }, 'refused'],
  ['a connection that broke', { code: 'ECONNECTION', command: 'CONN' }, 'lost'],
  ['a silent server', { code: 'ETIMEDOUT', command: 'CONN' }, 'lost'],
])('%s: %o → %s', (_, fields, kind) => {
  expect(smtpOutcome(error(fields)).kind).toBe(kind);
});

test('what is not understood may have been sent', () => {
  expect(smtpOutcome('?')).toEqual({ kind: 'lost' });
});

test('what broke before a byte of the message had left was not sent', () => {
  expect(smtpOutcome(error({ code: 'ECONNECTION', command: 'CONN' }), false)).toEqual({
    kind: 'unreachable',
    code: null,
  });
});

test.each([
  ['550 5.1.1 No such user', true],
  ['550 No such user', true],
  ['553 5.1.2 Bad domain', true],
  ['550 5.2.1 Mailbox closed', true],
  ['550 5.7.1 Relaying denied', false],
  ['554 5.7.1 Blocked', false],
  ['552 5.2.2 Mailbox full', false],
])('%s: there is no such mailbox, %s', (response, isNoMailbox) => {
  const responseCode = Number(response.slice(0, 3));
  const refusal = { code: 'EENVELOPE', command: 'RCPT TO', responseCode, response };
  expect(smtpOutcome(error(refusal))).toEqual({ kind: 'refused', code: responseCode, isNoMailbox });
  const message = { ...refusal, code: 'EMESSAGE', command: 'DATA' };
  expect(smtpOutcome(error(message))).toEqual({ kind: 'refused', code: responseCode, isNoMailbox: false });
});
