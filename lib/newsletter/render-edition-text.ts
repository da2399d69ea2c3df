import type { EditionView } from './edition-view.ts';
import { pictureText, renderBodyText } from './render-body-text.ts';
import type { Link, StoryView } from './story-view.ts';

export function renderEditionText(view: EditionView): string {
  const { correction, more, footer } = view;
  const parts = [
    view.siteName,
    `${view.listTitle} · ${view.date}`,
    view.viewInBrowser && linkText(view.viewInBrowser),
    correction?.sentence,
    correction && `${correction.label}\n${correction.text}`,
    ...view.stories.flatMap((story, index) => [index > 0 ? '* * *' : null, ...storyText(story, index === 0)]),
    more && `${more.sentence}\n${linkText(more.link)}`,
  ];
  const end = [...footer.lines, view.siteUrl, '', ...footer.links.map(linkText)];
  return `${parts.filter((part) => part).join('\n\n')}\n\n-- \n${end.join('\n')}\n`;
}

function storyText(story: StoryView, isLead: boolean) {
  const { label, headline, url, standfirst, byline, body, readOn, language } = story;
  // Beside the small pictures of later stories there is no room for more than the picture.
  const picture =
    story.picture && (isLead ? story.picture : { ...story.picture, caption: null, credit: null });
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
