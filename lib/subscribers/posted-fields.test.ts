import { expect, test } from 'vitest';
import { readPostedFields } from './posted-fields.ts';

const post = (body: BodyInit, type?: string) =>
  readPostedFields(
    new Request('https://news.example/api/subscribe', {
      method: 'POST',
      body,
      ...(type ? { headers: { 'content-type': type } } : {}),
    }),
  );

test('a form and JSON are read', async () => {
  const fields = { email: 'ana@example.com' };
  const form = new FormData();
  form.set('email', 'ana@example.com');
  expect(await post(new URLSearchParams(fields))).toEqual({ kind: 'fields', asJson: false, fields });
  expect(await post(form)).toEqual({ kind: 'fields', asJson: false, fields });
  expect(await post(JSON.stringify(fields), 'application/json; charset=utf-8')).toEqual({
    kind: 'fields',
    asJson: true,
    fields,
  });
});

test('a field that comes twice is not one value', async () => {
  const twice = await post('email=a@example.com&email=b@example.com', 'application/x-www-form-urlencoded');
  expect(twice).toMatchObject({ fields: { email: ['a@example.com', 'b@example.com'] } });
});

test.each([
  ['broken JSON', '{', 'application/json', 400],
  ['JSON that is no object', '[1]', 'application/json', 400],
  ['a broken multipart body', 'x', 'multipart/form-data; boundary=b', 400],
  ['text that is no UTF-8', new Uint8Array([0x65, 0xff]), 'application/x-www-form-urlencoded', 400],
  ['another type', '<a/>', 'application/xml', 415],
  ['more than a form holds', 'x'.repeat(16 * 1024 + 1), 'application/x-www-form-urlencoded', 413],
])('%s is refused', async (_, body, type, status) => {
  expect(await post(body, type)).toEqual({ kind: 'refused', status });
});
