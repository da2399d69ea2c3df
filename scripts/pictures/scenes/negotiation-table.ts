import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { linen, wood } from '../kit/surface.ts';
import {
  blur,
  box,
  canvas,
  disc,
  group,
  linear,
  paint,
  placed,
  radial,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';

const deskFlag = (bands: string): string =>
  `<g transform="skewY(-6)">${bands}</g>${stroke('M-4 -8L-4 132', '#c9a14a', 6)}${disc(-4, 138, 20, '#8b6a2b')}${disc(-4, 138, 13, '#c9a14a')}`;

const mexican = deskFlag(
  box(0, 0, 38, 66, '#0b6847') +
    box(38, 0, 38, 66, '#f6f2e8') +
    box(76, 0, 38, 66, '#b8223a') +
    disc(57, 33, 9, '#8a6a3a'),
);
const american = deskFlag(
  box(0, 0, 122, 66, '#f6f2e8') +
    [0, 2, 4, 6].map((row) => box(0, row * 9.4, 122, 9.4, '#b8223a')).join('') +
    box(0, 0, 52, 37.6, '#22305f') +
    [12, 26, 40].flatMap((x) => [9, 19, 29].map((y) => disc(x, y, 2.6, '#f6f2e8'))).join(''),
);

function chair(colour: string): string {
  return (
    box(-62, -52, 124, 112, colour, { rx: 34 }) +
    box(-48, -38, 96, 74, '#ffffff', { rx: 24, opacity: 0.08 }) +
    box(-70, 36, 140, 34, '#241c18', { rx: 17 }) +
    box(-62, 40, 124, 8, '#ffffff', { rx: 4, opacity: 0.16 })
  );
}

function papers(turn: number, folder: string): string {
  const lines = [20, 34, 48, 62, 76]
    .map((y) => stroke(`M14 ${y}L${78 - (y % 3) * 9} ${y}`, '#8f8a80', 2.4, { opacity: 0.7 }))
    .join('');
  return group(
    box(-6, -6, 108, 138, folder, { rx: 3 }) +
      placed(box(0, 0, 94, 124, '#fbf8ef') + lines, 4, 2, 1, 3) +
      stroke('M108 20L124 112', '#1c1f24', 6) +
      stroke('M108 20L110 30', '#c9a14a', 6),
    { transform: `rotate(${turn})` },
  );
}

const glass =
  disc(0, 0, 21, '#d5e6e6', { opacity: 0.5 }) +
  disc(0, 0, 15, '#f7fbfa', { opacity: 0.55 }) +
  stroke('M-13 -10A17 17 0 0 1 6 -16', '#ffffff', 4);

/** A long table from above before the delegations sit down. */
export function negotiationTable(): Scene {
  const random = createRandom('table');
  const noise = layeredNoise('hall', 4);
  const carpet = linen(layeredNoise('carpet', 3), '#26474a', '#1a3236');
  const ground = shaded((x, y) =>
    blend(
      blend(carpet(x, y), rgb('#5f8a80'), glow(Math.hypot((x - 520) / 900, (y - 320) / 640)) * 0.5),
      rgb('#0d1b1f'),
      glow((noise(x / 90, y / 90) - 0.3) * 4) * 0.12,
    ),
  );
  const top = wood({ noise: layeredNoise('oak', 4), dark: '#6d3f20', light: '#a9703c', plank: 148 });
  const [tableWide, tableDeep] = [1900, 470];
  const seats = [-760, -560, -360, -160, 40, 240, 440, 640, 840];
  let chairs = '';
  let shade = '';
  let things = '';
  for (const side of [-1, 1]) {
    for (const x of seats) {
      const y = side * (tableDeep / 2 + 62 + random.between(0, 22));
      const turn = (side > 0 ? 0 : 180) + random.between(-7, 7);
      shade += box(x - 86, y - 40, 150, 140, '#04090b', { rx: 40 });
      chairs += placed(chair(side > 0 ? '#7c2f2c' : '#2f4a6b'), x, y, 1, turn);
      things += placed(
        papers(
          side > 0 ? random.between(-5, 5) : 180 + random.between(-5, 5),
          side > 0 ? '#8f1f2e' : '#24406a',
        ),
        x - side * 46,
        side * (tableDeep / 2 - 168 + (side > 0 ? 0 : 0)),
        1,
      );
      things += placed(glass, x + side * 84, side * 118);
    }
  }
  for (const x of [-640, -220, 250, 700]) {
    things +=
      stroke(`M${x} -30L${x + 30} -64`, '#15181a', 6) +
      disc(x, -30, 17, '#15181a') +
      disc(x + 34, -68, 11, '#34393c') +
      stroke(`M${x} 30L${x - 30} 64`, '#15181a', 6) +
      disc(x, 30, 17, '#15181a') +
      disc(x - 34, 68, 11, '#34393c');
  }
  const flags = placed(american, -120, -70, 1.12, -8) + placed(mexican, 60, -62, 1.12, 7);
  const board = tabletop(top, tableWide, tableDeep);
  const turned = (content: string): string => `<g transform="translate(1010 690) rotate(-14)">${content}</g>`;
  const table =
    box(-tableWide / 2, -tableDeep / 2, tableWide, tableDeep, '#8a5630', { rx: 120 }) +
    board +
    box(-tableWide / 2 + 14, -tableDeep / 2 + 14, tableWide - 28, tableDeep - 28, 'none', {
      rx: 108,
      stroke: '#e0b477',
      'stroke-width': 4,
      opacity: 0.5,
    }) +
    box(-tableWide / 2, -tableDeep / 2, tableWide, tableDeep, 'url(#lamp)', { rx: 120 });
  const defs =
    blur('soft', 20) +
    radial(
      'lamp',
      [
        [0, '#ffe9b8', 0.5],
        [0.5, '#ffd58a', 0.12],
        [1, '#1c0d05', 0.42],
      ],
      [0.36, 0.4, 0.75],
    ) +
    linear(
      'fall',
      [
        [0, '#fff1cf', 0.16],
        [1, '#06090c', 0.5],
      ],
      [0, 0, 1, 1],
    );
  const things2 = group(things, { filter: 'url(#drop)' });
  const drop =
    '<filter id="drop" x="-10%" y="-30%" width="120%" height="160%"><feDropShadow dx="-8" dy="12" stdDeviation="6" flood-color="#1c0d05" flood-opacity="0.55"/></filter>';
  return {
    ground,
    layers: [
      paint(
        turned(
          group(
            shade +
              box(-tableWide / 2 - 30, -tableDeep / 2 + 20, tableWide, tableDeep + 50, '#04090b', {
                rx: 130,
              }),
            { filter: 'url(#soft)', opacity: 0.6 },
          ),
        ),
        blur('soft', 20),
      ),
      paint(turned(chairs + table + things2 + group(flags, { filter: 'url(#drop)' })), defs + drop),
      { svg: canvas(defs, box(0, 0, 2000, 1333, 'url(#fall)')), grain: true },
    ],
  };
}

/** Long streaks of grain on the board, drawn as strokes so that they turn with it. */
function tabletop(tone: ReturnType<typeof wood>, wide: number, deep: number): string {
  let grain = '';
  for (let y = -deep / 2 + 14; y < deep / 2 - 8; y += 5) {
    const inset = Math.max(0, 120 - (deep / 2 - Math.abs(y))) ** 2 / 130;
    const [red, green, blue] = tone(y * 13, y * 3 + 700);
    grain += stroke(
      `M${-wide / 2 + inset + 8} ${y}Q0 ${y + Math.sin(y) * 5} ${wide / 2 - inset - 8} ${y}`,
      `rgb(${red | 0},${green | 0},${blue | 0})`,
      6,
      { opacity: 0.85 },
    );
  }
  return shape('M0 0', 'none') + grain;
}
