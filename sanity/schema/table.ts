import { ThListIcon } from '@sanity/icons/ThList';
import { defineArrayMember, defineField, defineType } from 'sanity';

export const table = defineType({
  name: 'table',
  title: 'Table',
  icon: ThListIcon,
  type: 'object',
  fields: [
    defineField({ name: 'caption', title: 'What the table shows', type: 'string' }),
    defineField({
      name: 'headerRow',
      title: 'The first row holds headings',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [defineArrayMember({ type: 'tableRow' })],
      validation: (rule) => [
        rule.required().min(1).error('A table needs at least one row.'),
        rule.custom((rows: { cells?: string[] }[] | undefined) => {
          const widths = new Set((rows ?? []).map((row) => row.cells?.length ?? 0));
          return widths.size < 2 || 'Every row needs the same number of cells.';
        }),
      ],
    }),
  ],
  preview: {
    select: { title: 'caption' },
    prepare: ({ title }) => ({ title: title ?? 'Table', subtitle: 'Table' }),
  },
});
