import type { EditionView, StoryView } from './edition-view.ts';
import { pictureText, renderBodyText } from './render-body-text.ts';

type Link = { label: string; url: string };

export function renderEditionText(view: EditionView): string {
  const { correction, more, footer } = view;
  const parts = [
    view.siteName,
    `${view.listTitle} · ${view.date}`,
    view.viewInBrowser && linkText(view.viewInBrowser),
    correction?.sentence,
    correction && `${correction.label}\n${correction.text}`,
    ...view.stories.flatMap((story, index) => [index > 0 ? '* * *' : null, ...storyText(story)]),
    more && `${more.sentence}\n${linkText(more.link)}`,
  ];
  const end = [...footer.lines, view.siteUrl, '', ...footer.links.map(linkText)];
  return `${parts.filter((part) => part).join('\n\n')}\n\n-- \n${end.join('\n')}\n`;
}

function storyText({ label, headline, url, standfirst, byline, picture, body, readOn, language }: StoryView) {
  return [
    `${label}\n${headline}\n${url}`,
    standfirst,
    byline,
    picture && pictureText(picture, language),
    body && renderBodyText(body.blocks, body.context),
    ...(body?.corrections ?? []).map((correction) => `${correction.label}\n${correction.text}`),
    readOn && [readOn.sentence, linkText(readOn.link)].filter((line) => line).join('\n'),
  ];
}

function linkText({ label, url }: Link): string {
  return `${label}: ${url}`;
}
