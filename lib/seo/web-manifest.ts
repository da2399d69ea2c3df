type Paper = { name: string; tagline: string | null };

/** What a browser needs to put the paper on a home screen. */
export function webManifest({ name, tagline }: Paper): string {
  const manifest = {
    id: '/',
    name,
    short_name: shortName(name),
    ...(tagline ? { description: tagline } : {}),
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    lang: 'en',
    dir: 'ltr',
    categories: ['news'],
    icons: [
      { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Below an icon there is room for about twelve letters: as many whole words as fit, and one at least. */
function shortName(name: string): string {
  const [first = name, ...more] = name.split(' ');
  return more.reduce((short, word) => (`${short} ${word}`.length <= 12 ? `${short} ${word}` : short), first);
}
