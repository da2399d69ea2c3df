import { createSchema } from 'sanity';
import { allTypes } from './all-types.ts';

/** The schema as Studio compiles it, for programs and tests without a Studio. */
export const compiledSchema = createSchema({ name: 'default', types: allTypes });
