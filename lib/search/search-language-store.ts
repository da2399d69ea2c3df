import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Language } from '#lib/i18n/language.ts';

type Text = SQL | AnyPgColumn;

const configurations: Record<Language, SQL> = {
  en: sql.raw(`'english'::regconfig`),
  es: sql.raw(`'spanish'::regconfig`),
};

export function configurationOf(language: Language): SQL {
  return configurations[language];
}

const accented = 'áàâäãåéèêëíìîïóòôöõúùûüñçÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇ';
const plain = 'aaaaaaeeeeiiiiooooouuuuncAAAAAAEEEEIIIIOOOOOUUUUNC';

/** Without accents and as long as before, so that a place in one is the same place in the other. No extension needed. */
export function folded(text: Text): SQL<string> {
  return sql`translate(${text}, ${sql.raw(`'${accented}'`)}, ${sql.raw(`'${plain}'`)})`;
}

/** As it is written and without accents: the Spanish stemmer needs them, people who type often leave them out. */
export function vectorOf(text: Text, language: Language): SQL {
  const config = configurationOf(language);
  return sql`(to_tsvector(${config}, ${text}) || to_tsvector(${config}, ${folded(text)}))`;
}

/** What was typed, in the ways people know from search engines: "phrases", or, -without. Nothing typed is an error. */
export function queryOf(typed: string, language: Language): SQL {
  const config = configurationOf(language);
  const text = sql`${typed}::text`;
  return sql`(websearch_to_tsquery(${config}, ${text}) || websearch_to_tsquery(${config}, ${folded(text)}))`;
}
