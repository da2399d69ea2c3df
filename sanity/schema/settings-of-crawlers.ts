import { defineArrayMember, defineField } from 'sanity';

/** What the site asks of programs that read it. Search engines are not asked here: each article says it for itself. */
export const settingsOfCrawlers = [
  defineField({
    name: 'crawlers',
    title: 'Crawlers',
    description: 'Said in robots.txt. Programs that keep to no rules do not keep to this one.',
    type: 'object',
    group: 'paper',
    fields: [
      defineField({
        name: 'allowTraining',
        title: 'May read to train models',
        description: 'GPTBot, ClaudeBot, Google-Extended, CCBot and the like.',
        type: 'boolean',
        initialValue: false,
      }),
      defineField({
        name: 'allowAnswers',
        title: 'May read to answer somebody’s question',
        description:
          'OAI-SearchBot, PerplexityBot, Claude-SearchBot and the like; most of them link to the article.',
        type: 'boolean',
        initialValue: true,
      }),
      defineField({
        name: 'refused',
        title: 'Others that are asked to stay away',
        description: 'The names that they give themselves, such as “Examplebot”.',
        type: 'array',
        of: [
          defineArrayMember({
            type: 'string',
            validation: (rule) =>
              rule
                .regex(/^[A-Za-z0-9_.-]{1,60}$/, { name: 'name of a crawler' })
                .error('Give a name of letters, digits, dots and hyphens.'),
          }),
        ],
        validation: (rule) => rule.unique().error('A name is listed twice.'),
      }),
    ],
  }),
];
