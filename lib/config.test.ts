import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const secret = 'a-secret-of-enough-characters';
const needed = {
  SANITY_API_READ_TOKEN: secret,
  SANITY_WEBHOOK_SECRET: secret,
  SESSION_SECRET: secret,
  DATABASE_URL: 'postgres://localhost/news',
  SMTP_URL: 'smtp://localhost:1025',
};

test('names every bad variable and never prints a value', () => {
  const wrong = {
    ...needed,
    SITE_URL: 'not-a-url-at-all',
    PORT: '99999',
    SESSION_SECRET: 'too-short-a-secret',
  };
  const message = () => parseConfig(wrong);
  expect(message).toThrow(/SITE_URL[\s\S]*PORT[\s\S]*SESSION_SECRET/);
  for (const value of ['not-a-url-at-all', '99999', 'too-short-a-secret']) {
    expect(message).not.toThrow(value);
  }
});

test('nothing said about Sanity means the lake of this machine, on its port', () => {
  expect(parseConfig(needed).SANITY_API_HOST).toBe('http://localhost:3333');
  expect(parseConfig({ ...needed, LAKE_PORT: '4000' })).toMatchObject({
    SANITY_API_HOST: 'http://localhost:4000',
    SANITY_PUBLIC_API_HOST: 'http://localhost:4000',
  });
});

test('a project of one’s own without a host means hosted Sanity', () => {
  const config = parseConfig({ ...needed, SANITY_PROJECT_ID: 'abc12345' });
  expect(config.SANITY_API_HOST).toBeUndefined();
  expect(config.SANITY_PUBLIC_API_HOST).toBeUndefined();
});

test('an empty variable counts as unset', () => {
  expect(parseConfig({ ...needed, SITE_URL: '', SANITY_API_HOST: '' }).SITE_URL).toBe(
    'http://localhost:3000',
  );
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
const dkim = { DKIM_DOMAIN: 'news.example', DKIM_SELECTOR: 'mail', DKIM_PRIVATE_KEY: pem };

test('a key for signing mail may be written in one line', () => {
  const config = parseConfig({ ...needed, ...dkim, DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n') });
  expect(config.DKIM_PRIVATE_KEY).toBe(pem);
});

test('a part of DKIM without the others, or a key that cannot sign, is refused and not printed', () => {
  for (const name of Object.keys(dkim))
    expect(() => parseConfig({ ...needed, ...dkim, [name]: undefined })).toThrow(name);
  const broken = { ...needed, ...dkim, DKIM_PRIVATE_KEY: pem.replace('PRIVATE', 'PUBLIC') };
  expect(() => parseConfig(broken)).toThrow('DKIM_PRIVATE_KEY');
  expect(() => parseConfig(broken)).not.toThrow(pem.slice(60, 100));
});

test('a key of SendGrid’s that cannot be read is told at the start, not at the first event', () => {
  const wrong = { ...needed, SENDGRID_VERIFICATION_KEY: 'bm90IGEga2V5IGF0IGFsbCBidXQgYmFzZTY0' };
  expect(() => parseConfig(wrong)).toThrow(/SENDGRID_VERIFICATION_KEY/);
});
