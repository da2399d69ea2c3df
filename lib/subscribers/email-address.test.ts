import { expect, test } from 'vitest';
import { emailAddressSchema } from './email-address.ts';

const parse = (typed: string) => emailAddressSchema.safeParse(typed).data ?? null;

test('one plain address is taken as it is', () => {
  expect(parse('Ana.Perez+news@Example.com')).toEqual({
    address: 'Ana.Perez+news@example.com',
    key: 'ana.perez+news@example.com',
  });
});

test('spaces around an address are forgiven', () => {
  expect(parse(' \tana@example.com  ')?.address).toBe('ana@example.com');
});

test('an international domain is kept in the form mail servers understand', () => {
  expect(parse('ana@peñasco.mx')?.address).toBe('ana@xn--peasco-xwa.mx');
});

test('both spellings of a composed letter are the same subscriber', () => {
  expect(parse('jose\u0301@example.com')?.key).toBe(parse('jos\u00e9@example.com')?.key);
});

test.each([
  ['nothing', ''],
  ['no at sign', 'ana.example.com'],
  ['no local part', '@example.com'],
  ['no domain', 'ana@'],
  ['a domain without a dot', 'ana@localhost'],
  ['an address literal', 'ana@[127.0.0.1]'],
  ['a numeric host', 'ana@127.0.0.1'],
  ['two dots', 'ana..perez@example.com'],
  ['a leading dot', '.ana@example.com'],
  ['a space inside', 'ana perez@example.com'],
  ['a line break', 'ana@example.com\r\nBcc: x@example.com'],
  ['a line break at the end', 'ana@example.com\n'],
  ['a line separator', 'ana@example.com\u2028'],
  ['a null character', 'ana\u0000@example.com'],
  ['two recipients with a comma', 'ana@example.com,eva@example.com'],
  ['two recipients with a semicolon', 'ana@example.com;eva@example.com'],
  ['a display name', 'Ana <ana@example.com>'],
  ['two at signs', 'ana@eva@example.com'],
  ['a percent-encoded host', 'ana@exa%0Ample.com'],
  ['a path after the host', 'ana@example.com/x'],
  ['a local part of 65 octets', `${'a'.repeat(65)}@example.com`],
  ['255 octets', `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(57)}.com`],
])('%s is no address', (_, typed) => {
  expect(parse(typed)).toBeNull();
});
