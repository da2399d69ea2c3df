import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { GiftList } from './gift-list.tsx';
import { ListChoice } from './list-choice.tsx';
import { SendAgain } from './send-again.client.tsx';

test('the name of a newsletter is read out in the language it is written in, which is the page’s', () => {
  const list = {
    ...{ id: 'daily-es', titles: { en: 'The morning paper', es: 'El matutino' } },
    ...{ language: 'es' as const, cadence: 'daily' as const, isDefault: true },
  };
  const markup = renderToStaticMarkup(
    <ListChoice lists={[list]} language="en" legend="What comes" chosen={null} />,
  );
  expect(markup).toContain('The morning paper');
  expect(markup).not.toContain('lang=');
});

test('without a script the button that sends again is not called unavailable: nothing would take that back', () => {
  const markup = renderToStaticMarkup(
    <SendAgain
      {...{ action: '/api/sign-in/again', waitSeconds: 60, button: 'Send it again' }}
      {...{ wait: 'In {seconds} seconds.', language: 'en', source: null }}
    />,
  );
  expect(markup).toContain('In 60 seconds.');
  expect(markup).not.toContain('aria-disabled=');
});

test('of several gifts each button and link says to whom listens which article it is about', () => {
  const gifts = ['Reef', 'Tide'].map((headline) => ({
    ...{ id: headline, headline, isGood: true, until: 'Friday' },
  }));
  const markup = renderToStaticMarkup(<GiftList gifts={gifts} page="account" language="en" />);
  expect(markup.match(/(?<=aria-label=")[^"]+/g)).toEqual([
    'Show the link: Reef',
    'Take it back: Reef',
    'Show the link: Tide',
    'Take it back: Tide',
  ]);
});
