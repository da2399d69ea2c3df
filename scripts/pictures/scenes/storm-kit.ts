import { lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { linen } from '../kit/surface.ts';
import { box, disc, oval, paint, placed, polygonTag, radial, type Scene, shape, stroke } from '../kit/svg.ts';

const torch =
  box(-44, -60, 88, 360, '#a8321f', { rx: 20 }) +
  box(-44, -60, 26, 360, '#ffffff', { rx: 12, opacity: 0.22 }) +
  Array.from({ length: 11 }, (_, row) => box(-44, 60 + row * 19, 88, 7, '#7a2016')).join('') +
  polygonTag(
    [
      [-44, -50],
      [44, -50],
      [78, -150],
      [-78, -150],
    ],
    '#2b3033',
  ) +
  box(-84, -196, 168, 50, '#3f464a', { rx: 12 }) +
  oval(0, -196, 78, 22, '#fff6cf') +
  box(-16, 0, 32, 46, '#20282b', { rx: 12 });
const radio =
  box(-250, -150, 500, 310, '#2f6a70', { rx: 26 }) +
  box(-250, -150, 500, 40, '#4f8f92', { rx: 20 }) +
  disc(-118, 20, 104, '#173a40') +
  Array.from({ length: 9 }, (_, ring) =>
    disc(-118, 20, 96 - ring * 11, 'none', { stroke: '#4f8f92', 'stroke-width': 3, opacity: 0.7 }),
  ).join('') +
  box(20, -84, 196, 74, '#f4ead0', { rx: 8 }) +
  Array.from({ length: 12 }, (_, mark) =>
    stroke(`M${34 + mark * 15.4} -72v${mark % 3 ? 14 : 26}`, '#3f3a30', 3),
  ).join('') +
  stroke('M124 -76V-18', '#a8321f', 5) +
  disc(70, 76, 40, '#e9e2d0') +
  disc(70, 76, 30, '#c9c0aa') +
  stroke('M70 76L92 54', '#3f3a30', 6) +
  disc(172, 76, 40, '#e9e2d0') +
  disc(172, 76, 30, '#c9c0aa') +
  stroke('M172 76L150 60', '#3f3a30', 6) +
  stroke('M220 -150L330 -360', '#8d989a', 10) +
  disc(332, -364, 11, '#c9d2d2');
const bottle =
  shape(
    'M-62 -150C-62 -190 -30 -196 -30 -230V-256H30V-230C30 -196 62 -190 62 -150V220Q62 246 36 246H-36Q-62 246 -62 220Z',
    '#bfe3e8',
    { opacity: 0.88 },
  ) +
  shape('M-52 -60H52V216Q52 236 32 236H-32Q-52 236 -52 216Z', '#7fc4d2', { opacity: 0.65 }) +
  box(-62, -30, 124, 120, '#fdf8ea') +
  stroke('M-40 20q20 -16 40 0t40 0M-40 46q20 -16 40 0t40 0', '#00626a', 8) +
  box(-36, -294, 72, 44, '#00626a', { rx: 8 }) +
  box(-44, -140, 16, 350, '#ffffff', { rx: 8, opacity: 0.6 });
const tin = (label: string, mark: string): string =>
  disc(0, 0, 104, '#8d9598') +
  disc(0, 0, 98, '#d5dadb') +
  disc(0, 0, 84, '#b9c0c2') +
  disc(0, 0, 76, '#dfe4e4') +
  disc(0, 0, 50, label) +
  shape(mark, '#fdf6e4') +
  stroke('M-20 -70a20 14 0 1 1 40 0', '#7f888b', 9);
const candle =
  box(-40, -150, 80, 310, '#f8efd8', { rx: 8 }) +
  box(-40, -150, 24, 310, '#ffffff', { rx: 8, opacity: 0.5 }) +
  oval(0, -150, 40, 13, '#fffaf0') +
  stroke('M0 -152V-186', '#2b2420', 7) +
  shape('M26 -150C40 -120 30 -80 36 -60C22 -70 22 -120 14 -148Z', '#ead9b4');
const mapSheet = ((): string => {
  let art = '';
  const folds = ['#f6efda', '#e4dbc0', '#f3ebd3', '#ded4b8'] as const;
  folds.forEach((tone, panel) => {
    art += polygonTag(
      [
        [panel * 150, panel % 2 ? 14 : 0],
        [(panel + 1) * 150, panel % 2 ? 0 : 14],
        [(panel + 1) * 150, panel % 2 ? 420 : 434],
        [panel * 150, panel % 2 ? 434 : 420],
      ],
      tone,
    );
  });
  return (
    art +
    shape('M0 0L260 14C250 120 300 200 270 300C250 360 290 400 280 428L0 430Z', '#9fc0a0', {
      opacity: 0.75,
    }) +
    stroke('M260 14C250 120 300 200 270 300C250 360 290 400 280 428', '#4f7f86', 6) +
    stroke('M60 60C140 150 120 280 220 400M30 240H260', '#c98f4a', 6, { 'stroke-dasharray': '14 10' }) +
    disc(140, 190, 13, '#a8321f') +
    disc(216, 300, 13, '#a8321f') +
    stroke('M380 140q22 -16 44 0t44 0t44 0M360 280q22 -16 44 0t44 0t44 0', '#7fb0b4', 6)
  );
})();
const battery =
  box(-30, -90, 60, 190, '#2b3033', { rx: 10 }) +
  box(-30, -90, 60, 62, '#d9a441', { rx: 10 }) +
  box(-13, -106, 26, 20, '#c9d2d2', { rx: 4 }) +
  box(-24, -80, 12, 170, '#ffffff', { rx: 6, opacity: 0.25 }) +
  stroke('M0 20v34M-17 37h34', '#d9a441', 7);
const kit =
  box(-190, -140, 380, 280, '#f6f1e4', { rx: 24 }) +
  box(-190, -140, 380, 60, '#ffffff', { rx: 24, opacity: 0.6 }) +
  box(-36, -90, 72, 190, '#a8321f', { rx: 6 }) +
  box(-95, -31, 190, 72, '#a8321f', { rx: 6 }) +
  box(-60, -164, 120, 30, '#5d6a6e', { rx: 12 }) +
  box(-190, -140, 380, 280, 'none', { rx: 24, stroke: '#d9cfb8', 'stroke-width': 7 });
const whistle =
  shape('M0 0H110V44H60A52 52 0 1 1 0 0Z', '#e07a2b') +
  disc(10, 44, 22, '#7f3f14') +
  box(56, -12, 56, 14, lighter('#e07a2b', 0.4)) +
  stroke('M-40 44C-120 60 -160 140 -90 190S90 210 120 150', '#20282b', 9);

/** What belongs in the bag, laid out on a blue cloth. */
export function stormKit(): Scene {
  const cloth = linen(layeredNoise('blue cloth', 3), '#2f6a86', '#1f4c68');
  const crease = layeredNoise('creases', 3);
  const ground = shaded((x, y) => {
    const fold = crease(x / 420 + y / 900, y / 520 - x / 1100);
    const line = Math.abs(fold - 0.5);
    const base = blend(cloth(x, y), rgb('#8fc0cf'), Math.max(0, 0.05 - line) * 5);
    const square =
      Math.min(Math.abs((x + y * 0.05) % 260), Math.abs((y - x * 0.05 + 400) % 260)) < 10 ? 0.16 : 0;
    return blend(
      blend(base, rgb('#e9f2ee'), square),
      rgb('#0a1f30'),
      0.42 - glow(Math.hypot((x - 760) / 1100, (y - 480) / 760)) * 0.42,
    );
  });
  const defs =
    '<filter id="drop" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="16" dy="22" stdDeviation="12" flood-color="#04121c" flood-opacity="0.6"/></filter>' +
    radial(
      'lamp',
      [
        [0, '#fff3c4', 0.3],
        [1, '#fff3c4', 0],
      ],
      [0.32, 0.3, 0.6],
    );
  const lay = (art: string, x: number, y: number, scale: number, turn: number): string =>
    `<g filter="url(#drop)">${placed(art, x, y, scale, turn)}</g>`;
  return {
    ground,
    layers: [
      paint(
        lay(mapSheet, 1240, 760, 1.18, -9) + lay(radio, 520, 420, 1.16, -7) + lay(kit, 1130, 330, 0.98, 6),
        defs,
      ),
      paint(
        lay(bottle, 1540, 470, 1.22, 4) +
          lay(bottle, 1740, 520, 1.22, 12) +
          lay(torch, 330, 950, 1.1, 48) +
          lay(tin('#c9512f', 'M-26 10q26 -44 52 0q-26 30 -52 0Z'), 800, 900, 1, 0) +
          lay(tin('#2f7f4a', 'M-22 20V-20H22V20Z'), 1020, 1040, 1, 20) +
          lay(tin('#d9a441', 'M0 -28L26 20H-26Z'), 790, 1140, 1, -14),
        defs,
      ),
      paint(
        lay(candle, 1250, 700, 0.86, 78) +
          lay(candle, 1270, 800, 0.86, 84) +
          lay(battery, 1510, 920, 1, 24) +
          lay(battery, 1610, 960, 1, 30) +
          lay(battery, 1710, 990, 1, 20) +
          lay(whistle, 180, 700, 1, -14) +
          box(0, 0, 2000, 1333, 'url(#lamp)'),
        defs,
      ),
    ],
  };
}
