import { defineField, defineType } from 'sanity';

/** A paragraph in both languages of the site. */
export const localeText = defineType({
  name: 'localeText',
  title: 'Paragraph in two languages',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({ name: 'en', title: 'English', type: 'text', rows: 3 }),
    defineField({ name: 'es', title: 'Spanish', type: 'text', rows: 3 }),
  ],
});
