import { defineArrayMember } from 'sanity';
import { textBlock } from './text-block.ts';

/** What a body may hold, in the order the editor's menu shows it. */
export const bodyMembers = [
  textBlock,
  defineArrayMember({ type: 'figure' }),
  defineArrayMember({ type: 'gallery' }),
  defineArrayMember({ type: 'pullQuote' }),
  defineArrayMember({ type: 'factBox' }),
  defineArrayMember({ type: 'table' }),
  defineArrayMember({ type: 'embed' }),
  defineArrayMember({ type: 'relatedLink' }),
  defineArrayMember({ type: 'correctionNote' }),
];
