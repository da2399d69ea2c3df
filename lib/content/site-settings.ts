import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { crawlerSettings } from './crawler-rules.ts';
import { sectionSchema } from './taxonomy.ts';
import { wallSettings } from './wall-settings.ts';

/** When and how often the prompt may come; all set by editors. */
const promptRulesSchema = z.object({
  enabled: z.boolean(),
  delaySeconds: z.number().min(0),
  scrollPercent: z.number().min(1).max(100),
  minArticlesRead: z.number().int().min(0),
  repeatAfterDays: z.number().min(0),
  maxDismissals: z.number().int().min(1),
  excludedSections: z.array(z.string()),
});
export type PromptRules = z.infer<typeof promptRulesSchema>;

/** The dataset's one siteSettings document, its texts already in the page's language. */
export const siteSettingsSchema = z.object({
  name: z.string().min(1),
  tagline: z.string().nullable(),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  navigation: z.array(sectionSchema),
  prompt: promptRulesSchema,
  promptCopy: z.object({ heading: z.string(), sentence: z.string(), continueLabel: z.string() }),
  formCopy: z.object({ heading: z.string(), sentence: z.string(), button: z.string() }),
  ...wallSettings,
  previewParagraphs: z.number().int().min(0),
  archiveRule: z.object({ enabled: z.boolean(), days: z.number().int().min(1) }),
  mail: z.object({ fromName: z.string(), postalLine: z.string().nullable() }),
  address: z.string().nullable(),
  contactEmail: z.string().nullable(),
  ...crawlerSettings,
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;
