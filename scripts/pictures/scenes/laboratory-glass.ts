import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import {
  blur,
  box,
  disc,
  group,
  linear,
  oval,
  paint,
  placed,
  polygonTag,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';

const shine = (d: string): string => stroke(d, '#ffffff', 9, { opacity: 0.6 });

/** Glass on a bench, foot at (0,0); liquids fill the lower part. */
function erlenmeyer(liquid: string, level: number): string {
  const half = (y: number): number => (y > -330 ? 46 + (150 * (y + 330)) / 330 : 46);
  const top = -330 * level;
  return (
    shape('M-46 -470V-330L-196 -14Q-200 0 -184 0H184Q200 0 196 -14L46 -330V-470Z', '#dff0ee', {
      opacity: 0.24,
    }) +
    polygonTag(
      [
        [-half(top), top],
        [half(top), top],
        [190, -10],
        [178, -4],
        [-178, -4],
        [-190, -10],
      ],
      liquid,
    ) +
    oval(0, top, half(top), half(top) * 0.13, lighter(liquid, 0.4)) +
    polygonTag(
      [
        [half(top) * 0.2, top],
        [half(top), top],
        [190, -10],
        [100, -6],
      ],
      darker(liquid, 0.3),
    ) +
    stroke('M-46 -470V-330L-196 -14Q-200 0 -184 0H184Q200 0 196 -14L46 -330V-470', '#eaf6f4', 6, {
      opacity: 0.75,
    }) +
    oval(0, -470, 54, 12, 'none', { stroke: '#f4fbfa', 'stroke-width': 7 }) +
    shine('M-60 -290L-160 -70') +
    Array.from({ length: 6 }, (_, mark) =>
      stroke(`M${half(-60 - mark * 40) * 0.3} ${-60 - mark * 40}h${mark % 2 ? 26 : 44}`, '#ffffff', 4, {
        opacity: 0.6,
      }),
    ).join('')
  );
}

function roundFlask(liquid: string): string {
  return (
    disc(0, -150, 150, '#dff0ee', { opacity: 0.22 }) +
    box(-34, -430, 68, 150, '#dff0ee', { opacity: 0.22 }) +
    shape('M-143 -190A150 150 0 1 0 143 -190Z', liquid) +
    oval(0, -190, 143, 22, lighter(liquid, 0.45)) +
    shape('M60 -180L143 -190A150 150 0 0 1 30 -4Z', darker(liquid, 0.3), { opacity: 0.7 }) +
    stroke('M-34 -430V-296A150 150 0 1 0 34 -296V-430', '#eaf6f4', 6, { opacity: 0.75 }) +
    oval(0, -430, 42, 10, 'none', { stroke: '#f4fbfa', 'stroke-width': 7 }) +
    shine('M-106 -210A120 120 0 0 1 -70 -262')
  );
}

function tubes(colours: readonly string[]): string {
  let art =
    box(-260, -40, 520, 40, '#8a5a34') +
    box(-260, -250, 520, 30, '#a8713f') +
    box(-250, -250, 24, 250, '#7a4c2a') +
    box(226, -250, 24, 250, '#7a4c2a');
  colours.forEach((liquid, index) => {
    const x = -180 + index * 90;
    const level = -150 - ((index * 53) % 90);
    art +=
      shape(`M${x - 24} -380V-70A24 24 0 0 0 ${x + 24} -70V-380Z`, '#dff0ee', { opacity: 0.3 }) +
      shape(`M${x - 22} ${level}V-70A22 22 0 0 0 ${x + 22} -70V${level}Z`, liquid) +
      oval(x, level, 22, 6, lighter(liquid, 0.5)) +
      stroke(`M${x - 24} -380V-70A24 24 0 0 0 ${x + 24} -70V-380`, '#f4fbfa', 5, { opacity: 0.8 }) +
      oval(x, -380, 28, 7, 'none', { stroke: '#f4fbfa', 'stroke-width': 5 }) +
      shine(`M${x - 12} -350V-100`);
  });
  return art + box(-260, -236, 520, 12, '#5a3418', { opacity: 0.7 });
}

const bottle = (glass: string): string =>
  shape('M-64 -180C-64 -220 -28 -220 -28 -250V-276H28V-250C28 -220 64 -220 64 -180V0H-64Z', glass) +
  box(-34, -306, 68, 34, '#20282b', { rx: 6 }) +
  box(-64, -130, 128, 84, '#f3ead4') +
  stroke('M-44 -104H44M-44 -82H20', '#7a7060', 6) +
  box(-52, -170, 14, 160, '#ffffff', { rx: 6, opacity: 0.3 });

/** A laboratory bench at night with a lamp on it. */
export function laboratoryGlass(): Scene {
  const random = createRandom('laboratory');
  const wall = layeredNoise('laboratory wall', 4);
  const bench = 1080;
  const ground = shaded((x, y) => {
    const lamp = glow(Math.hypot((x - 1420) / 760, (y - 560) / 560));
    if (y < bench) {
      const tile = Math.min(Math.abs(x % 160), Math.abs((y + 40) % 160)) < 4 ? 0.3 : 0;
      return blend(
        blend(blend(rgb('#0f2a33'), rgb('#1d4650'), wall(x / 300, y / 300)), rgb('#081a20'), tile),
        rgb('#bfe0c9'),
        lamp * 0.5,
      );
    }
    return blend(
      blend(rgb('#2b3033'), rgb('#4a5256'), wall(x / 500, y / 12) - 0.3 + (y - bench) / -700),
      rgb('#d9e6d0'),
      lamp * 0.5 * glow((y - bench) / 190),
    );
  });
  let shelf = box(60, 400, 1880, 22, '#5a3f28') + box(60, 400, 1880, 7, '#8a6440');
  for (let x = 130; x < 1900; x += random.between(120, 170))
    shelf += placed(
      bottle(random.pick(['#7a3f1c', '#8a4a20', '#2f5a4a', '#3a4a6b', '#6b3a1c'])),
      x,
      400,
      random.between(0.74, 1),
    );
  const set =
    placed(roundFlask('#d98a2b'), 330, 1096, 1.06) +
    placed(erlenmeyer('#2f8fb0', 0.6), 760, 1130, 1.14) +
    placed(tubes(['#e0a53f', '#2f8fb0', '#c9512f', '#7fb06a', '#d9bd5a']), 1230, 1110, 0.96) +
    placed(erlenmeyer('#e0a53f', 0.42), 1690, 1150, 1.02);
  const reflected = `<g transform="translate(0 2236) scale(1 -1)" opacity="0.2" filter="url(#soft)">${set}</g>`;
  const molecule = [
    [0, 0],
    [120, 70],
    [240, 0],
    [240, -140],
    [120, -210],
    [0, -140],
  ] as const;
  const ring =
    stroke(`M${molecule.map(([x, y]) => `${x} ${y}`).join('L')}Z`, '#bfe0d9', 6) +
    stroke('M24 -14L120 42L216 -14M120 -182L216 -126', '#bfe0d9', 4) +
    stroke('M240 0L350 64L460 0L570 64M460 0V-120', '#bfe0d9', 6) +
    molecule.map(([x, y]) => disc(x, y, 13, '#bfe0d9')).join('') +
    [
      [350, 64],
      [460, 0],
      [570, 64],
      [460, -120],
    ]
      .map(([x, y]) => disc(x ?? 0, y ?? 0, 13, '#e0a53f'))
      .join('');
  const defs =
    blur('soft', 7) +
    linear('close', [
      [0, '#03090c', 0.4],
      [0.4, '#03090c', 0],
      [1, '#03090c', 0.35],
    ]);
  return {
    ground,
    layers: [
      paint(
        group(placed(ring, 560, 680, 1.05, -8), { opacity: 0.32 }) +
          shelf +
          reflected +
          set +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
