import { pgEnum, timestamp } from 'drizzle-orm/pg-core';

/** A point in time, as a Date in code. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const languageEnum = pgEnum('language', ['en', 'es']);
