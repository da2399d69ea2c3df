import { describe, expect, test } from 'vitest';
import { parsePictureRequest } from './picture-request.ts';

const configured = { project: 'local', dataset: 'production' };
const file = `${'a'.repeat(40)}-2400x1600.jpg`;
const parse = (query: string, address = {}) =>
  parsePictureRequest({ ...configured, file, ...address }, new URLSearchParams(query), configured);

test('asks the asset host for what our pages ask for', () => {
  expect(parse('rect=0,10,2400,1350&w=640&h=360&fit=crop&q=75&auto=format')).toEqual({
    kind: 'picture',
    path: `/images/local/production/${file}?w=640&h=360&q=75&rect=0%2C10%2C2400%2C1350&fit=crop&auto=format`,
  });
  expect(parse('')).toEqual({ kind: 'picture', path: `/images/local/production/${file}` });
});

test('brings sizes to steps and keeps the proportions', () => {
  expect(parse('w=401&h=200&q=71')).toMatchObject({ path: expect.stringContaining('w=416&h=207&q=75') });
});

describe('there is no picture', () => {
  test.each([
    { project: 'other' },
    { dataset: 'secret' },
    { file: '../../v1/users/me' },
    { file: `${'a'.repeat(40)}-1x1.html` },
    { file: `${file}/x` },
    { file: 'a.jpg' },
  ])('at %o', (address) => {
    expect(parse('', address)).toEqual({ kind: 'unknown' });
  });
});

describe('refuses', () => {
  test.each([
    'w=4001',
    'w=0',
    'w=1e3',
    'w=-5',
    'h=99999',
    'q=101',
    'rect=1,2,3',
    'fm=svg',
    'dl=x.html',
    'url=http://10.0.0.1',
    'w=10&w=20',
    'auto=compress',
    'fp-x=2',
  ])('%s', (query) => {
    expect(parse(query).kind).toBe('refused');
  });
});
