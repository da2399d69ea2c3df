import { TransferIcon } from '@sanity/icons/Transfer';
import { defineField, defineType } from 'sanity';
import { noCircle, noDetour } from './redirect-journey.ts';
import { uniqueRedirect } from './unique-redirect.ts';

const isPath = (path: string | undefined) => !path || /^\/(?!\/)[^\s?#]*$/.test(path);

export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  icon: TransferIcon,
  description: 'An old address that leads to a new one. A changed slug needs none: Publish keeps it.',
  type: 'document',
  fields: [
    defineField({
      name: 'from',
      title: 'From',
      description: 'The old address without the host: /old-page.',
      type: 'string',
      validation: (rule) => [
        rule.required().error('Give the old address.'),
        rule.custom(
          (path: string | undefined) => isPath(path) || 'Begin with one /, without host, spaces, ? or #.',
        ),
        rule.custom(uniqueRedirect),
      ],
    }),
    defineField({
      name: 'to',
      title: 'To',
      description: 'The new address without the host: /articles/new-page.',
      type: 'string',
      validation: (rule) => [
        rule.required().error('Give the new address.'),
        rule.custom(
          (path: string | undefined) => isPath(path) || 'Begin with one /: redirects stay on this site.',
        ),
        rule.custom(
          (to: string | undefined, { document }) => !to || to !== document?.from || 'This leads to itself.',
        ),
        rule.custom(noCircle),
        rule.custom(noDetour).warning(),
      ],
    }),
    defineField({
      name: 'match',
      title: 'What it catches',
      type: 'string',
      options: {
        list: [
          { title: 'This address', value: 'exact' },
          { title: 'Everything under it', value: 'prefix' },
        ],
        layout: 'radio',
      },
      initialValue: 'exact',
      validation: (rule) => rule.required().error('Say what it catches.'),
    }),
    defineField({
      name: 'permanent',
      title: 'For good',
      description: 'Browsers and search engines remember it.',
      type: 'boolean',
      initialValue: true,
    }),
  ],
  preview: {
    select: { from: 'from', to: 'to' },
    prepare: ({ from, to }) => ({ title: from, subtitle: `→ ${to ?? '…'}` }),
  },
});
