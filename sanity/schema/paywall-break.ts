import { SplitHorizontalIcon } from '@sanity/icons/SplitHorizontal';
import { defineField, defineType } from 'sanity';

/** Where the preview of an article ends. It says nothing, so it holds nothing an editor could fill in. */
export const paywallBreak = defineType({
  name: 'paywallBreak',
  title: 'Paywall break',
  icon: SplitHorizontalIcon,
  description: 'A reader who may not read everything gets what stands above. Once per article.',
  type: 'object',
  fields: [
    // An object type must have a field; this one is never shown and never written.
    defineField({ name: 'note', type: 'string', hidden: true, readOnly: true }),
  ],
  preview: { prepare: () => ({ title: 'Paywall break', subtitle: 'The preview ends here' }) },
});
