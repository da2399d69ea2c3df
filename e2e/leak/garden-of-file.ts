import { openLake } from '../fixtures/lake.ts';
import { openRows, type Rows } from '../fixtures/reader-rows.ts';
import type { StackPlan } from '../fixtures/stack.ts';
import { test } from '../fixtures/test.ts';
import { type Garden, type Planted, plant } from './plant.ts';

type Grown = { garden: Garden; rows: Rows; stack: StackPlan; site: string; named: (name: string) => Planted };

/** Plants once for all tests of a file and clears up after the last. To be called at the file's top, asked in tests. */
export function gardenOfFile(): () => Grown {
  let grown: Grown | null = null;
  test.beforeAll(async ({ stack }) => {
    const garden = await plant(await openLake(stack));
    const named = (name: string) => {
      const found = garden.articles.find((article) => article.name === name);
      if (!found) throw new Error(`No article ${name} was planted`);
      return found;
    };
    grown = { garden, rows: await openRows(stack), stack, site: stack.siteUrl, named };
  });
  test.afterAll(async () => {
    await grown?.rows.close();
    await grown?.garden.remove();
  });
  return () => {
    if (!grown) throw new Error('Nothing is planted before the first test');
    return grown;
  };
}
