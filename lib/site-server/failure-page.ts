import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';

/**
 * What a reader sees when a page could not be made. The framework's own answer is an empty body that scripts have to
 * fill; this one says its sentence without them, and needs neither the lake nor anything that is rendered.
 */
export function failurePage(path: string, what: 'failure' | 'badAddress' = 'failure'): string {
  const language = /^\/es(?:[/?]|$)/.test(path) ? 'es' : 'en';
  const texts = textsFor(language);
  return plainPage(language, { ...texts[what], retry: texts.failure.retry });
}

type Said = {
  heading: string;
  sentence: string;
  /** The words that lead to the same address again, where that can help. */
  retry?: string;
};

/** A page for answers that no page of the framework gives. */
export function plainPage(language: Language, { heading, sentence, retry }: Said): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/failure.css">
</head>
<body>
<main>
<img src="/mark.svg" alt="" width="40" height="40">
<h1>${heading}</h1>
<p>${sentence}</p>
<p>${retry ? `<a href="">${retry}</a> ` : ''}<a href="${frontPath(language)}">${textsFor(language).missing.front}</a></p>
</main>
</body>
</html>
`;
}
