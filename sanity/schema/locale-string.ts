import { defineField, defineType } from 'sanity';

/** One line of text in both languages of the site. */
export const localeString = defineType({
  name: 'localeString',
  title: 'Text in two languages',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({ name: 'en', title: 'English', type: 'string' }),
    defineField({ name: 'es', title: 'Spanish', type: 'string' }),
  ],
});
