import { recipientToken } from '#lib/newsletter/edition-content.ts';

const sentence = 'The reef’s keepers counted 1,204 turtles on the beach south of the old pier this season. ';

/** A digest as large as ours are: about 40 KB of HTML, 8 KB of text, thirty links. */
export function benchEdition(): { subject: string; html: string; text: string } {
  const leave = `https://news.example/unsubscribe?token=${recipientToken}`;
  const stories = Array.from({ length: 15 }, (_, number) => {
    const url = `https://news.example/articles/story-${number}?from=newsletter`;
    const style = 'font:18px/1.55 Newsreader,Georgia,serif;color:#1A1D1F;margin:0 0 20px';
    return {
      html: `<h2 style="${style}"><a class="ink" href="${url}" style="${style}">Story ${number}</a></h2><p style="${style}">${sentence.repeat(22)}</p>`,
      text: `Story ${number}\n${sentence.repeat(5)}\n${url}\n`,
    };
  });
  return {
    subject: 'The day on the coast',
    html: `<!doctype html><html lang="en"><body>\n${stories.map(({ html }) => html).join('\n')}\n<p><a href="${leave}">Leave</a></p></body></html>`,
    text: `${stories.map(({ text }) => text).join('\n')}\nLeave: ${leave}\n`,
  };
}
