import { expect, test } from 'vitest';
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
