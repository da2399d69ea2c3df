import { defineField } from 'sanity';

const group = 'access';

/** A text that the site has words of its own for, until an editor writes others. */
function words(name: string, title: string, description = '') {
  const fallback = 'Left empty, the site says it in its own words.';
  return defineField({ name, title, description: `${description} ${fallback}`.trim(), type: 'localeString' });
}

/** What stands under a preview, what is free all the same, and when articles close. */
export const settingsOfWall = [
  defineField({
    name: 'wall',
    title: 'Wall',
    description: 'Stands under the preview of an article that asks for a subscription.',
    type: 'object',
    group,
    fields: [
      words('heading', 'Heading'),
      words('sentence', 'Sentence', 'Say what a reader gets, and only what is so.'),
      words('signInQuestion', 'Question to subscribers', 'Stands before the link to the sign-in.'),
      words('signInLabel', 'Words of the link to the sign-in'),
      words(
        'pendingHeading',
        'Heading while an address is not confirmed',
        'In place of the heading, in the browser of somebody who has just left an address.',
      ),
      words(
        'pendingSentence',
        'Sentence while an address is not confirmed',
        '{address} becomes the address that the message went to.',
      ),
      defineField({
        name: 'previewParagraphs',
        title: 'Paragraphs in a preview',
        description: 'Where the article has no paywall break.',
        type: 'number',
        initialValue: 3,
        validation: (rule) => rule.required().integer().min(0).error('Give a whole number from 0.'),
      }),
    ],
  }),
  defineField({
    name: 'meter',
    title: 'Meter',
    description:
      'Closed articles that anybody may open in a calendar month of the paper’s time zone. The same article again is free.',
    type: 'object',
    group,
    fields: [
      defineField({
        name: 'freeArticles',
        title: 'Free subscriber-only articles a month',
        description: '0 takes the button away.',
        type: 'number',
        initialValue: 0,
        validation: (rule) => rule.integer().min(0).max(50).error('Give a whole number from 0 to 50.'),
      }),
      words('continueLabel', 'Words of the button'),
      words('left', 'What is left', '{left} becomes what is left, {total} the number of the month.'),
      words(
        'usedUp',
        'When nothing is left',
        '{total} becomes the number of the month, {date} the day on which the next month begins.',
      ),
    ],
  }),
  defineField({
    name: 'gift',
    title: 'Gifts',
    description: 'Subscribers can give a closed article away by a link, unless the article says otherwise.',
    type: 'object',
    group,
    fields: [
      defineField({
        name: 'perMonth',
        title: 'Articles that a subscriber can give in a month',
        description: '0 takes the button away; links that were given before stay good.',
        type: 'number',
        initialValue: 10,
        validation: (rule) => rule.integer().min(0).max(1000).error('Give a whole number from 0 to 1000.'),
      }),
      defineField({
        name: 'lifetimeDays',
        title: 'Days that a link is good for',
        type: 'number',
        initialValue: 7,
        validation: (rule) => rule.integer().min(1).max(365).error('Give a whole number from 1 to 365.'),
      }),
      words('button', 'Words of the button'),
      words('sentence', 'Sentence beside the button', '{days} becomes the days that a link is good for.'),
      words('received', 'Line for whoever opens a gift'),
    ],
  }),
  defineField({
    name: 'archiveRule',
    title: 'Archive rule',
    description: 'Articles with default access close when they are older than this.',
    type: 'object',
    group,
    fields: [
      defineField({ name: 'enabled', title: 'On', type: 'boolean', initialValue: true }),
      defineField({
        name: 'days',
        title: 'Days',
        type: 'number',
        initialValue: 365,
        validation: (rule) => rule.required().integer().min(1).error('Give a whole number from 1.'),
      }),
    ],
  }),
];
