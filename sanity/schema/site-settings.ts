import { CogIcon } from '@sanity/icons/Cog';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { settingsOfCrawlers } from './settings-of-crawlers.ts';
import { settingsOfPrompt } from './settings-of-prompt.ts';
import { settingsOfWall } from './settings-of-wall.ts';
import { timeZoneField } from './time-zone-field.ts';

/** The paper's one settings document. */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Settings',
  icon: CogIcon,
  type: 'document',
  groups: [
    { name: 'paper', title: 'The paper', default: true },
    { name: 'subscribing', title: 'Form and prompt' },
    { name: 'access', title: 'Wall and archive' },
    { name: 'mail', title: 'Mail' },
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name of the paper',
      type: 'string',
      group: 'paper',
      validation: (rule) => rule.required().error('The paper needs a name.'),
    }),
    defineField({ name: 'tagline', title: 'Line under the name', type: 'localeString', group: 'paper' }),
    defineField({
      name: 'languages',
      title: 'Languages',
      type: 'array',
      group: 'paper',
      of: [
        defineArrayMember({
          type: 'string',
          options: {
            list: [
              { title: 'English', value: 'en' },
              { title: 'Spanish', value: 'es' },
            ],
          },
        }),
      ],
      validation: (rule) => rule.required().min(1).unique().error('Choose at least one language.'),
    }),
    { ...timeZoneField, group: 'paper', description: 'Times on pages are given in it.' },
    defineField({
      name: 'navigation',
      title: 'Sections in the header',
      type: 'array',
      group: 'paper',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'section' }] })],
      validation: (rule) => rule.unique().error('A section is listed twice.'),
    }),
    defineField({ name: 'address', title: 'Postal address', type: 'localeText', group: 'paper' }),
    defineField({
      name: 'contactEmail',
      title: 'Address for readers’ mail',
      type: 'string',
      group: 'paper',
      validation: (rule) => rule.email().error('This is not a mail address.'),
    }),
    ...settingsOfCrawlers,
    ...settingsOfPrompt,
    ...settingsOfWall,
    defineField({
      name: 'mail',
      title: 'Sender of mail',
      type: 'object',
      group: 'mail',
      fields: [
        defineField({
          name: 'fromName',
          title: 'Name of the sender',
          type: 'string',
          validation: (rule) => rule.required().error('Mail needs the name of a sender.'),
        }),
        defineField({
          name: 'postalLine',
          title: 'Postal address at the foot',
          description: 'The law asks for it in many countries.',
          type: 'string',
        }),
      ],
    }),
  ],
  preview: { select: { title: 'name' }, prepare: ({ title }) => ({ title, subtitle: 'Settings' }) },
});
