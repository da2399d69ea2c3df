import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { box, disc, group, linear, paint, placed, polygonTag, type Scene, shape } from '../kit/svg.ts';

/** One sheet of cut paper hanging from y = 0, 150 by 190; the pattern is cut out of it. */
function sheet(random: Random, colour: string, id: string): string {
  let holes = '';
  const kind = random.whole(0, 2);
  if (kind === 0)
    holes = `${[0, 60, 120, 180, 240, 300]
      .map(
        (turn) => `<ellipse cx="75" cy="58" rx="11" ry="26" transform="rotate(${turn} 75 88)" fill="black"/>`,
      )
      .join('')}<circle cx="75" cy="88" r="9" fill="black"/>`;
  if (kind === 1)
    holes =
      '<path d="M75 40L116 88L75 136L34 88Z" fill="black"/><path d="M75 58L100 88L75 118L50 88Z" fill="white"/><circle cx="75" cy="88" r="11" fill="black"/>';
  if (kind === 2)
    holes =
      '<path d="M40 118C20 80 52 50 75 72C98 50 130 80 110 118L75 148Z" fill="black"/><path d="M56 108C48 88 62 76 75 90C88 76 102 88 94 108L75 126Z" fill="white"/>';
  for (let column = 0; column < 7; column += 1)
    holes += `<circle cx="${15 + column * 20}" cy="22" r="6" fill="black"/><path d="M${5 + column * 20} 168l10 -14l10 14z" fill="black"/>`;
  for (let row = 0; row < 5; row += 1)
    holes += `<circle cx="14" cy="${48 + row * 22}" r="5" fill="black"/><circle cx="136" cy="${48 + row * 22}" r="5" fill="black"/>`;
  const fringe = Array.from(
    { length: 10 },
    (_, index) => `L${135 - index * 15 + 7.5} ${index % 2 ? 176 : 190}`,
  ).join('');
  return (
    `<mask id="${id}"><rect x="-10" y="-10" width="170" height="220" fill="white"/>${holes}</mask>` +
    group(
      shape(`M0 0H150V176${fringe}L0 176Z`, colour) + shape('M0 0H150V30H0Z', '#ffffff', { opacity: 0.16 }),
      { mask: `url(#${id})`, opacity: 0.94 },
    )
  );
}

/** A street of low houses at sunset under strings of cut paper. */
export function papelPicado(): Scene {
  const random = createRandom('fiesta');
  const cloud = layeredNoise('fiesta sky', 5);
  const plaster = layeredNoise('fiesta wall', 4);
  const sky = ramp([
    [0, '#3f5f9a'],
    [0.4, '#c98aa0'],
    [0.75, '#f6b27a'],
    [1, '#fde0a0'],
  ]);
  const vanish = { x: 1010, y: 870 };
  const ground = shaded((x, y) => {
    const bank = smoothstep(0.48, 0.7, cloud(x / 480, y / 110));
    const base = blend(
      blend(sky(y / 900), rgb('#fff0cf'), bank * 0.45),
      rgb('#fff6d6'),
      glow(Math.hypot((x - vanish.x) / 300, (y - vanish.y) / 330)) * 0.9,
    );
    if (y < vanish.y) return base;
    const depth = (y - vanish.y) / 463;
    const stone = plaster((x - vanish.x) / (8 + depth * 60), Math.log(depth + 0.04) * 13);
    return blend(
      blend(rgb('#d9a878'), rgb('#5f4a4c'), depth * 0.85 + (stone - 0.5) * 0.6),
      rgb('#ffe2a8'),
      glow((x - vanish.x) / (60 + depth * 330)) * 0.5 * (1 - depth * 0.6),
    );
  });
  const walls = ['#c9663f', '#e0b04a', '#3f8f8a', '#d98a9a', '#5f8fb0', '#e9dcc0'];
  let houses = '';
  for (const side of [-1, 1]) {
    for (let index = 5; index >= 0; index -= 1) {
      const [near, far] = [1 / (0.34 + index * 0.42), 1 / (0.34 + (index + 1) * 0.42)];
      const at = (scale: number, y: number): [number, number] => [
        vanish.x + side * scale * 430,
        vanish.y + scale * y,
      ];
      const colour = walls[(index * 2 + (side > 0 ? 3 : 0)) % walls.length] ?? '#c9663f';
      const face = side < 0 ? lighter(colour, 0.12) : darker(colour, 0.22);
      const high = -230 - random.between(0, 60);
      const mid = (t: number, y: number): [number, number] => at(1 / (0.34 + (index + t) * 0.42), y);
      houses +=
        polygonTag([at(near, high), at(far, high), at(far, 160), at(near, 160)], face) +
        polygonTag(
          [at(near, high - 16), at(far, high - 16), at(far, high + 8), at(near, high + 8)],
          lighter(face, 0.4),
        ) +
        polygonTag([at(near, 116), at(far, 116), at(far, 160), at(near, 160)], darker(face, 0.4));
      houses +=
        polygonTag([mid(0.2, -120), mid(0.36, -120), mid(0.36, 156), mid(0.2, 156)], '#3a2a2c') +
        polygonTag([mid(0.56, -110), mid(0.78, -110), mid(0.78, 40), mid(0.56, 40)], '#4a3434') +
        polygonTag([mid(0.58, -104), mid(0.66, -104), mid(0.66, 34), mid(0.58, 34)], '#ffd98a') +
        polygonTag([mid(0.17, -136), mid(0.39, -136), mid(0.39, -120), mid(0.17, -120)], lighter(face, 0.5));
    }
  }
  const church =
    box(vanish.x - 84, vanish.y - 150, 168, 156, '#e9d3ae') +
    polygonTag(
      [
        [vanish.x - 90, vanish.y - 150],
        [vanish.x, vanish.y - 214],
        [vanish.x + 90, vanish.y - 150],
      ],
      '#d9bd8f',
    ) +
    [-62, 0, 62]
      .map((x) => box(vanish.x + x - 11, vanish.y - 200 + Math.abs(x) * 0.5, 22, 42, '#6d4a44'))
      .join('') +
    box(vanish.x - 22, vanish.y - 74, 44, 80, '#6d4a44', { rx: 20 });
  let strings = '';
  let count = 0;
  const colours = [
    '#d6336c',
    '#f08c00',
    '#2b8a8f',
    '#7048a8',
    '#e0b800',
    '#2f9e5a',
    '#d9480f',
    '#1c7ed6',
  ] as const;
  for (const [y, scale, sag] of [
    [560, 0.34, 40],
    [480, 0.5, 52],
    [360, 0.72, 74],
    [190, 1, 100],
    [-30, 1.36, 130],
  ] as const) {
    const half = Math.min(1100, scale * 940);
    const sheets = Math.round((half * 2) / (170 * scale));
    let row = shape(`M${vanish.x - half} ${y}Q${vanish.x} ${y + sag * 2} ${vanish.x + half} ${y}`, 'none', {
      stroke: '#4a3434',
      'stroke-width': 4 * scale,
    });
    for (let index = 0; index < sheets; index += 1) {
      const t = (index + 0.5) / sheets;
      count += 1;
      row += placed(
        `<g transform="translate(-75 0)">${sheet(random, colours[(index * 3 + count) % colours.length] ?? '#d6336c', `p${count}`)}</g>`,
        vanish.x - half + t * half * 2,
        y + 4 * t * (1 - t) * sag,
        scale,
        (0.5 - t) * 12 + random.between(-4, 4),
      );
    }
    strings += row;
  }
  let bulbs = '';
  for (let index = 0; index < 26; index += 1)
    bulbs +=
      disc(40 + index * 78, 96 + Math.sin((index / 25) * Math.PI) * 120, 9, '#fff3c4') +
      disc(40 + index * 78, 96 + Math.sin((index / 25) * Math.PI) * 120, 26, '#ffd98a', { opacity: 0.25 });
  return {
    ground,
    layers: [
      paint(church + houses),
      paint(
        strings + bulbs + box(0, 0, 2000, 1333, 'url(#warm)'),
        linear('warm', [
          [0, '#2a1a3c', 0.18],
          [0.5, '#2a1a3c', 0],
          [1, '#2a1420', 0.42],
        ]),
      ),
    ],
  };
}
