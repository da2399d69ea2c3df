import { defineField } from 'sanity';

const languages = [
  { title: 'English', value: 'en' },
  { title: 'Spanish', value: 'es' },
];

/** The language a document is written in; there is one document per language. */
export const languageField = (group?: string) =>
  defineField({
    name: 'language',
    title: 'Language',
    description: 'English shows at /, Spanish at /es. A translation is a document of its own.',
    type: 'string',
    ...(group ? { group } : {}),
    options: { list: languages, layout: 'radio', direction: 'horizontal' },
    initialValue: 'en',
    validation: (rule) => rule.required().error('Say which language this is written in.'),
  });
