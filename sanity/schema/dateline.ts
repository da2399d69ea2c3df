import { defineField, defineType } from 'sanity';

export const dateline = defineType({
  name: 'dateline',
  title: 'Dateline',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'text',
      title: 'Filed from',
      description:
        'As printed before the first words, in ordinary letters: “Mexico City”. Not in the text itself.',
      type: 'string',
    }),
    defineField({ name: 'place', title: 'Place', type: 'reference', to: [{ type: 'place' }] }),
  ],
});
