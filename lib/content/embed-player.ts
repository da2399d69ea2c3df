/**
 * Whose players may stand in a page, and only after a reader has asked for one. The list is closed: whatever address is
 * not of one of these stays a link. Each `source` is what the page's policy then allows to be framed.
 */
const players = {
  youtube: { title: 'YouTube', source: 'https://www.youtube-nocookie.com/embed/', shape: 'video' },
  vimeo: { title: 'Vimeo', source: 'https://player.vimeo.com/video/', shape: 'video' },
  openstreetmap: {
    title: 'OpenStreetMap',
    source: 'https://www.openstreetmap.org/export/embed.html',
    shape: 'map',
  },
  'google-maps': { title: 'Google Maps', source: 'https://www.google.com/maps/', shape: 'map' },
  x: { title: 'X', source: 'https://platform.twitter.com/embed/', shape: 'post' },
  instagram: { title: 'Instagram', source: 'https://www.instagram.com/p/', shape: 'post' },
} as const;

type PlayerName = keyof typeof players;
export type Player = { name: PlayerName; title: string; shape: 'video' | 'map' | 'post'; src: string };

/** The player for an address that an editor pasted from the browser; null when there is none for it. */
export function playerFor(address: string): Player | null {
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return null;
  const finder = finders.get(url.hostname.replace(/^(?:www|m)\./, ''));
  const found = finder?.(url);
  if (!found) return null;
  const { title, source, shape } = players[found.name];
  return { name: found.name, title, shape, src: source + found.rest };
}

/** What the policy of a page with these players allows to be framed. */
export function frameSource(name: string): string | null {
  const known = Object.entries(players).find(([player]) => player === name);
  return known ? known[1].source : null;
}

type Found = { name: PlayerName; rest: string } | null;
const at = (name: PlayerName, rest: string | null | undefined): Found => (rest ? { name, rest } : null);

const youtube = (id: string | null | undefined) =>
  at('youtube', id && /^[\w-]{11}$/.test(id) ? `${id}?autoplay=1` : null);

const finders = new Map<string, (url: URL) => Found>([
  ['youtu.be', ({ pathname }) => youtube(pathname.slice(1))],
  [
    'youtube.com',
    ({ pathname, searchParams }) =>
      youtube(searchParams.get('v') ?? /^\/(?:shorts|live|embed)\/([^/]+)$/.exec(pathname)?.[1]),
  ],
  ['vimeo.com', ({ pathname }) => vimeo(/^\/(\d+)(?:\/([0-9a-f]+))?$/.exec(pathname))],
  ['openstreetmap.org', ({ hash }) => openStreetMap(/^#map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash))],
  [
    'google.com',
    ({ pathname, search }) =>
      at(
        'google-maps',
        /^\/maps\/(?:d\/(?:u\/\d+\/)?)?embed$/.test(pathname)
          ? pathname.replace('/maps/', '') + search
          : undefined,
      ),
  ],
  ['x.com', ({ pathname }) => post(pathname)],
  ['twitter.com', ({ pathname }) => post(pathname)],
  [
    'instagram.com',
    ({ pathname }) => {
      const [, id] = /^\/(?:p|reel)\/([\w-]+)\/?$/.exec(pathname) ?? [];
      return at('instagram', id && `${id}/embed/`);
    },
  ],
]);

/** `dnt` asks not to be counted. A video that is not listed has a second part to its address. */
function vimeo(parts: RegExpExecArray | null): Found {
  const [, id, key] = parts ?? [];
  return at('vimeo', id && `${id}?dnt=1&autoplay=1${key ? `&h=${key}` : ''}`);
}

function post(pathname: string): Found {
  const [, id] = /^\/\w+\/status\/(\d+)$/.exec(pathname) ?? [];
  return at('x', id && `Tweet.html?id=${id}&dnt=true`);
}

/** The width of the map in tiles of 256 px: what the player shows is about what the editor saw. */
const tilesAcross = 3;

function openStreetMap(parts: RegExpExecArray | null): Found {
  if (!parts) return null;
  const [zoom = 0, latitude = 0, longitude = 0] = parts.slice(1).map(Number);
  const across = (360 / 2 ** zoom) * (tilesAcross / 2);
  // On the projection of web maps a degree of latitude is drawn longer, the further from the equator.
  const down = ((across * 2) / 3) * Math.cos((latitude * Math.PI) / 180);
  const box = [longitude - across, latitude - down, longitude + across, latitude + down];
  return at(
    'openstreetmap',
    `?bbox=${box.map((edge) => edge.toFixed(5)).join('%2C')}&layer=mapnik&marker=${latitude}%2C${longitude}`,
  );
}
