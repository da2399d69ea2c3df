import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { crawlerFields, crawlerRules } from './crawler-rules.ts';
import { inLanguage, sectionFields } from './groq-parts.ts';
import { getRows, parseRow, unavailable } from './lake-client.ts';
import { textOrNull } from './picture-row.ts';
import { type SiteSettings, siteSettingsSchema } from './site-settings.ts';
import { sectionSchema } from './taxonomy.ts';
import { wallFields, wallRow } from './wall-settings.ts';

const settingsQuery = `
  *[_id == "siteSettings"][0...1]{
    "id": _id, name, "tagline": ${inLanguage('tagline')}, timeZone, languages,
    "navigation": navigation[]->{${sectionFields}},
    "prompt": prompt{ enabled, delaySeconds, scrollPercent, minArticlesRead, repeatAfterDays, maxDismissals,
      "excludedSections": excludedSections[]._ref },
    "promptSentence": ${inLanguage('prompt.sentence')},
    "continueLabel": ${inLanguage('prompt.continueLabel')},
    "formHeading": ${inLanguage('subscribeForm.heading')},
    "formSentence": ${inLanguage('subscribeForm.sentence')},
    "formButton": ${inLanguage('subscribeForm.button')},
    ${wallFields},
    "previewParagraphs": wall.previewParagraphs,
    archiveRule{ enabled, days },
    "mail": mail{ fromName, postalLine },
    "address": ${inLanguage('address')}, contactEmail,
    ${crawlerFields}
  }`;

const shape = siteSettingsSchema.shape;
const prompt = shape.prompt.shape;

/** How much a reader gets, with the defaults that close: what an unset or broken rule means. */
const previewRules = {
  archiveRule: shape.archiveRule.catch({ enabled: true, days: 365 }),
  previewParagraphs: shape.previewParagraphs.catch(3),
};
export const previewRulesRow = z
  .object(previewRules)
  .nullable()
  .transform((rules) => rules ?? z.object(previewRules).parse({}));

/** A rule that was never set, or set to nonsense, must not take the whole site down: it gets its default. */
const settingsRow = (language: Language) =>
  z
    .object({
      name: shape.name,
      tagline: textOrNull,
      timeZone: shape.timeZone.refine(isTimeZone).catch('America/Cancun'),
      languages: shape.languages.catch(['en', 'es']),
      navigation: z.array(sectionSchema.nullable().catch(null)).nullish(),
      prompt: z
        .object({
          enabled: prompt.enabled.catch(false),
          delaySeconds: prompt.delaySeconds.catch(60),
          scrollPercent: prompt.scrollPercent.catch(50),
          minArticlesRead: prompt.minArticlesRead.catch(0),
          repeatAfterDays: prompt.repeatAfterDays.catch(1),
          maxDismissals: prompt.maxDismissals.catch(5),
          excludedSections: prompt.excludedSections.catch([]),
        })
        .nullish()
        .transform((rules) => rules ?? noPrompt),
      promptSentence: textOrNull,
      continueLabel: textOrNull,
      formHeading: textOrNull,
      formSentence: textOrNull,
      formButton: textOrNull,
      ...wallRow(language),
      ...previewRules,
      mail: z.object({ fromName: textOrNull, postalLine: textOrNull }).nullish(),
      address: textOrNull,
      contactEmail: textOrNull,
      crawlers: crawlerRules,
    })
    .transform((row): SiteSettings => {
      const { freeArticles, ...meterCopy } = row.meter;
      const { perMonth, lifetimeDays, ...giftCopy } = row.gift;
      const heading = (row.formHeading ?? '{name}').replaceAll('{name}', row.name);
      return {
        name: row.name,
        tagline: row.tagline,
        timeZone: row.timeZone,
        languages: row.languages,
        navigation: (row.navigation ?? []).filter((section) => section !== null),
        prompt: row.prompt,
        // Without an archive rule nothing old is withheld, and there is no archive to promise.
        promptCopy: {
          heading,
          sentence: (row.archiveRule.enabled ? row.promptSentence : row.formSentence) ?? '',
          continueLabel: row.continueLabel ?? '',
        },
        formCopy: { heading, sentence: row.formSentence ?? '', button: row.formButton ?? '' },
        wallCopy: { ...row.wall, ...meterCopy },
        giftCopy,
        freeArticles,
        gift: { perMonth, lifetimeDays },
        previewParagraphs: row.previewParagraphs,
        archiveRule: row.archiveRule,
        mail: { fromName: row.mail?.fromName ?? row.name, postalLine: row.mail?.postalLine ?? null },
        address: row.address,
        contactEmail: row.contactEmail,
        crawlers: row.crawlers,
      };
    });

const noPrompt: SiteSettings['prompt'] = {
  enabled: false,
  delaySeconds: 60,
  scrollPercent: 50,
  minArticlesRead: 0,
  repeatAfterDays: 1,
  maxDismissals: 5,
  excludedSections: [],
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** A dataset without settings is not ready to be shown, which is not the same as having nothing to show. */
export async function getSettings(language: Language): Promise<SiteSettings> {
  const [row] = await getRows(settingsQuery, { language });
  if (!row) throw unavailable('The dataset has no siteSettings document.');
  return parseRow(settingsRow(language), row);
}
