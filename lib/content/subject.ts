import { z } from 'zod';
import { pictureSchema } from './picture.ts';
import { termSchema } from './taxonomy.ts';

/**
 * What articles gather under, named as its page's address names it. Each filter is one that an index of references
 * serves.
 */
export const subjectKinds = {
  sections: { type: 'section', holds: 'section._ref == $id' },
  topics: { type: 'topic', holds: '$id in topics[]._ref' },
  places: { type: 'place', holds: '$id in places[]._ref' },
  people: { type: 'person', holds: '$id in bylines[].person._ref' },
} as const;

export type SubjectKind = keyof typeof subjectKinds;

export function isSubjectKind(name: string): name is SubjectKind {
  return Object.hasOwn(subjectKinds, name);
}

/** What is known of somebody who signs articles, beyond a name and a few words. */
const profileSchema = z.object({
  role: z.string().nullable(),
  picture: pictureSchema.nullable(),
  /** Profiles elsewhere that are theirs; https only. */
  sameAs: z.array(z.string()),
  isDesk: z.boolean(),
});

/** A section, topic, place or person. Only people have a profile. */
export const subjectSchema = termSchema.extend({
  description: z.string().nullable(),
  profile: profileSchema.nullable(),
});

export type Profile = z.infer<typeof profileSchema>;
export type Subject = z.infer<typeof subjectSchema> & { kind: SubjectKind };
