import { expect, test } from 'vitest';
import { keyedHash } from '#lib/subscribers/secret-token.ts';
import { draftPass, isDraftPass } from './draft-pass.ts';

const secret = 'a-secret-of-this-site-only';
const site = { SESSION_SECRET: secret, SANITY_PROJECT_ID: 'local', SANITY_DATASET: 'production' };
const now = new Date('2026-06-01T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const pass = draftPass(site, now);

test('a pass is good for a working day and no longer', () => {
  expect([0, 11.9, 12, 24].map((hours) => isDraftPass(pass, site, later(hours)))).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
});

test('nobody can make one, lengthen one or take one from another site or dataset', () => {
  const [ends = '', mark = ''] = pass.split('.');
  const forged = [
    ...[null, undefined, '', '1', 'true', '.', pass.slice(0, -1), `${pass}x`, `${pass}=`],
    `${Number(ends) + 1}.${mark}`,
    `${ends}.${'A'.repeat(43)}`,
    draftPass({ ...site, SESSION_SECRET: 'the-secret-of-another-site' }, now),
    draftPass({ ...site, SANITY_DATASET: 'staging' }, now),
    draftPass({ ...site, SANITY_PROJECT_ID: 'another' }, now),
    `${ends}.${keyedHash(secret, 'another purpose', ends)}`,
  ];
  expect(forged.filter((one) => isDraftPass(one, site, now))).toEqual([]);
});
