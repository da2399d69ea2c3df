import localFont from 'next/font/local';

/** Two files on first load; the italic comes only where something is set in it. Cut by scripts/subset-fonts.ts. */
const newsreader = localFont({
  src: './fonts/newsreader.woff2',
  weight: '400 600',
  variable: '--font-newsreader-roman',
  display: 'swap',
  adjustFontFallback: false,
});

const newsreaderItalic = localFont({
  src: './fonts/newsreader-italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-newsreader-italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});

const publicSans = localFont({
  src: './fonts/public-sans.woff2',
  weight: '400 600',
  variable: '--font-public-sans',
  display: 'swap',
  adjustFontFallback: false,
});

export const fontVariables = `${newsreader.variable} ${newsreaderItalic.variable} ${publicSans.variable}`;
