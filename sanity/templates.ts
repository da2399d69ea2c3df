import type { Template } from 'sanity';
import { isSingleton } from './singletons.ts';

/** What a new document starts with, by where in Studio it was begun. */
const templates: Template[] = [
  {
    id: 'article-in-language',
    title: 'Article in this language',
    schemaType: 'article',
    parameters: [{ name: 'language', type: 'string' }],
    value: ({ language }: { language: string }) => ({ language }),
  },
  {
    id: 'article-in-section',
    title: 'Article in this section',
    schemaType: 'article',
    parameters: [{ name: 'section', type: 'string' }],
    value: ({ section }: { section: string }) => ({ section: { _type: 'reference', _ref: section } }),
  },
  {
    id: 'update-of-coverage',
    title: 'Update of this coverage',
    schemaType: 'liveUpdate',
    parameters: [{ name: 'coverage', type: 'string' }],
    value: ({ coverage }: { coverage: string }) => ({ coverage: { _type: 'reference', _ref: coverage } }),
  },
  {
    id: 'front-page-in-language',
    title: 'Front page',
    schemaType: 'frontPage',
    parameters: [{ name: 'language', type: 'string' }],
    value: ({ language }: { language: string }) => ({ language }),
  },
];

export function allTemplates(given: Template[]): Template[] {
  return [...given.filter(({ schemaType }) => !isSingleton(schemaType)), ...templates];
}
