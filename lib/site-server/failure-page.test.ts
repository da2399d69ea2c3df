import { expect, test } from 'vitest';
import { aSiteServer } from './a-site-server.ts';
import { failurePage } from './failure-page.ts';

test('a failure is said in the language of the address, and offers to try again', () => {
  expect(failurePage('/articles/x')).toContain('lang="en"');
  expect(failurePage('/estate')).toContain('lang="en"');
  expect(failurePage('/es?x=1')).toContain('lang="es"');
  expect(failurePage('/es/articles/x')).toContain('<a href="">Intentar de nuevo</a>');
});

test('a failure needs no script and repeats nothing of the address', () => {
  expect(failurePage('/es/<script>alert(1)</script>')).not.toContain('script');
});

test('a path that is not well-formed is the reader’s 400, with a sentence, and never reaches the framework', async () => {
  const { get } = await aSiteServer(() => {
    throw new Error('The framework was asked');
  });
  const { status, body } = await get('/articles/%E0%A4%A');
  expect(status).toBe(400);
  expect(body.toString()).toContain('This address is not one we can read');
});
