import { findQueriesInSource, TypeGenerator } from '@sanity/codegen';
import { extractSchema } from '@sanity/schema/_internal';
import { expect, test } from 'vitest';
import { compiledSchema } from './compiled-schema.ts';

const source = `
import { defineQuery } from 'groq';
export const latestQuery = defineQuery(
  \`*[_type == "article" && language == $language]{ headline, "section": section->slug.current, bylines[]{ role } }\`,
);
`;

test('the schema is extracted whole, and typegen makes types of it and of a query', async () => {
  const schema = extractSchema(compiledSchema, { enforceRequiredFields: true });
  const documents = schema.flatMap((type) => (type.type === 'document' ? [type.name] : []));
  expect(documents).toEqual(
    expect.arrayContaining(['article', 'person', 'section', 'siteSettings', 'sanity.imageAsset']),
  );

  const queries = findQueriesInSource(source, 'latest-query.ts');
  async function* modules() {
    yield queries;
  }
  const { code } = await new TypeGenerator().generateTypes({ schema, queries: modules(), root: '/' });
  expect(code).toContain('export type Article = {');
  const [, result = ''] = /export type LatestQueryResult = ([\s\S]*?)\n\/\/|$/.exec(code) ?? [];
  expect(result).toContain('headline: string');
  expect(result).not.toContain('unknown');
  expect(result).toMatch(/section: string( \| null)?;/);
}, 60_000);
