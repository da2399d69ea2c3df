import type { PromptRules, SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { PromptDialog } from './subscribe-prompt.client.tsx';

type SubscribePromptProps = {
  rules: PromptRules;
  copy: SiteSettings['promptCopy'];
  /** The form's button, as in the inline form. */
  button: string;
  language: Language;
  /** The page's own path. */
  source: string;
  /** The id of the article's section. */
  section: string;
  draft?: boolean;
};

/** The soft invitation on an article. Without JavaScript, or when switched off, it is not there at all. */
export function SubscribePrompt({ language, draft = false, ...props }: SubscribePromptProps) {
  if (!props.rules.enabled || draft) return null;
  return (
    <PromptDialog
      key={props.source}
      {...props}
      language={language}
      words={textsFor(language).subscribe.form}
    />
  );
}
