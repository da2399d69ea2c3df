import { openLake } from '../fixtures/lake.ts';
import { openRows } from '../fixtures/reader-rows.ts';
import { planStack, removeStack, startStack } from '../fixtures/stack.ts';
import { expect, test } from '../fixtures/test.ts';
import { leaksOf, missingIn, type Trick } from '../leak/leaks.ts';
import { plant } from '../leak/plant.ts';
import { type Break, breakTree } from './broken-tree.ts';

const pageData = { rsc: '1' };
const dayMs = 86_400_000;

/** Each fault, and which of the short table's tricks have to find it. */
const faults: (Break & { name: string; foundBy: string[] })[] = [
  {
    name: 'the cut shows everything, whatever was decided',
    file: 'lib/paywall/visible-blocks.ts',
    changes: [{ from: "if (decision.kind === 'full') return", to: 'if (decision.kind) return' }],
    foundBy: ['page', 'page data', 'prefetch', 'made-up session', 'idle session', 'after a subscriber'],
  },
  {
    name: 'a session is not asked for its age',
    file: 'lib/subscribers/session-store.ts',
    changes: [{ from: 'now.getTime() - idleDays * dayMs', to: 'now.getTime() * 0' }],
    foundBy: ['idle session'],
  },
  {
    name: 'an answer made for one reader is kept for the next',
    file: 'lib/site-server/kept-answers.ts',
    changes: [
      { from: 'return (hasReaderVariant(url)', to: 'return true || (hasReaderVariant(url)' },
      { from: 'if (!kept || siteStore().peek(kept.key)?.value !== kept.value) return;', to: '' },
      { from: '...answer, kept, bytes', to: '...answer, kept: kept ?? { key: "", value: null }, bytes' },
      {
        from: 'if (!answer) return null;',
        to: 'if (!answer) return null;\n  if (!answer.kept.key) return answer;',
      },
    ],
    foundBy: ['after a subscriber'],
  },
];

for (const { name, foundBy, ...fault } of faults) {
  test(`the leak table goes red when ${name}`, async () => {
    test.setTimeout(600_000);
    const tree = await breakTree(fault);
    const plan = await planStack();
    const stack = startStack(plan, [], tree.folder);
    try {
      await stack.ready;
      const garden = await plant(await openLake(plan));
      const rows = await openRows(plan);
      const idle = await rows.addReader({ lastUsedAt: new Date(Date.now() - 91 * dayMs) });
      const { cookie } = await rows.addReader();
      const [asked, other] = garden.untouched;
      if (!asked || !other) throw new Error('Too few articles were planted');
      const { path } = asked;
      const prefetch = { ...pageData, 'next-router-prefetch': '1' };
      const table: Trick[] = [
        { name: 'page', path },
        { name: 'page data', path, headers: pageData },
        { name: 'prefetch', path, headers: prefetch },
        { name: 'made-up session', path, headers: { cookie: `session=${'A'.repeat(43)}` } },
        { name: 'idle session', path, headers: { cookie: idle.cookie } },
      ];
      const found: string[] = [];
      for (const trick of table)
        if ((await leaksOf(plan.siteUrl, garden, [trick])).length > 0) found.push(trick.name);
      expect(await missingIn(plan.siteUrl, { path: other.path, headers: { cookie } }, other.gated)).toEqual(
        [],
      );
      const after = { name: 'after a subscriber', path: other.path };
      if ((await leaksOf(plan.siteUrl, garden, [after])).length > 0) found.push(after.name);
      expect(found).toEqual(foundBy);
      await rows.close();
    } finally {
      await stack.stop();
      await removeStack(plan);
      await tree.remove();
    }
  });
}
