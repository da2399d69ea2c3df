import { expect, test } from 'vitest';
import { movedCaret } from './moved-caret.ts';

// The bar is the caret.
test.each([
  ['The tide| was out', 'The tide| was out, again', 'words come after it'],
  ['The tide| was out', 'Once the tide| was out', 'words change before it'],
  ['The tide| was out', 'tide| was out', 'words before it go'],
  ['The tide| was out', 'The tide|', 'words after it go'],
  ['|The tide', '|Now: the tide', 'words come where it stands, at the start'],
  ['The tide|', 'The tide|, again', 'words come where it stands, at the end'],
  ['The ti|de was out', 'The sea| was out', 'the word around it is another'],
  ['The tide|', '|', 'everything goes'],
])('"%s" becomes "%s": %s', (before, after) => {
  const caret = movedCaret(before.indexOf('|'), before.replace('|', ''), after.replace('|', ''));
  expect(caret).toBe(after.indexOf('|'));
});
