import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { wood } from '../kit/surface.ts';
import { box, disc, linear, paint, placed, radial, type Scene, shape, stroke } from '../kit/svg.ts';

const rays = (count: number, inner: number, outer: number, colour: string): string =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    return stroke(
      `M${Math.cos(angle) * inner} ${Math.sin(angle) * inner}L${Math.cos(angle) * outer} ${Math.sin(angle) * outer}`,
      colour,
      5,
    );
  }).join('');

function passport(cover: string): string {
  const gold = '#d9b566';
  return (
    box(-6, 8, 430, 590, '#efe6d2', { rx: 16 }) +
    box(0, 0, 420, 590, cover, { rx: 18 }) +
    box(0, 0, 420, 590, 'url(#leather)', { rx: 18 }) +
    stroke('M26 0L26 590', '#000000', 3, { opacity: 0.3 }) +
    disc(210, 270, 92, 'none', { stroke: gold, 'stroke-width': 5 }) +
    disc(210, 270, 76, 'none', { stroke: gold, 'stroke-width': 2.5 }) +
    placed(rays(24, 30, 62, gold) + disc(0, 0, 24, gold), 210, 270) +
    [
      [110, 90, 200],
      [140, 122, 140],
      [120, 426, 180],
      [150, 456, 120],
    ]
      .map(([x, y, w]) => box(x ?? 0, y ?? 0, w ?? 0, 15, gold, { rx: 3, opacity: 0.92 }))
      .join('') +
    box(178, 516, 64, 42, 'none', { rx: 6, stroke: gold, 'stroke-width': 5 }) +
    disc(210, 537, 11, 'none', { stroke: gold, 'stroke-width': 5 })
  );
}

function visaStamp(colour: string, turn: number): string {
  const ink = { opacity: 0.62 };
  return placed(
    disc(0, 0, 96, 'none', { stroke: colour, 'stroke-width': 7, ...ink }) +
      disc(0, 0, 74, 'none', { stroke: colour, 'stroke-width': 3, ...ink }) +
      box(-110, -22, 220, 44, '#f4ecd8', { opacity: 0.9 }) +
      box(-106, -20, 212, 40, 'none', { stroke: colour, 'stroke-width': 5, ...ink }) +
      [-78, -44, -10, 24, 58].map((x) => box(x, -8, 24, 16, colour, ink)).join('') +
      shape('M-26 -40L0 -60L26 -40Z', colour, ink) +
      shape('M-26 40L0 60L26 40Z', colour, ink),
    0,
    0,
    1,
    turn,
  );
}

/** A consular counter from above in late light. */
export function passportDesk(): Scene {
  const random = createRandom('counter');
  const board = wood({
    noise: layeredNoise('counter', 4),
    dark: '#3f2617',
    light: '#7a4d2b',
    plank: 236,
    turn: 0.06,
  });
  const slats = layeredNoise('slats', 2);
  const ground = shaded((x, y) => {
    const window = glow(Math.hypot((x - 420) / 980, (y - 240) / 700));
    const blind = Math.sin((x * 0.5 + y * 0.9) / 58 + slats(x / 600, y / 600)) > 0.35 ? 0.36 : 0;
    return blend(
      blend(board(x, y), rgb('#ffdc9a'), window * 0.26 + blind * window),
      rgb('#140b06'),
      (1 - window) * 0.34,
    );
  });
  const form =
    box(0, 0, 640, 860, '#f7f0df') +
    [90, 150, 210, 270, 330, 590, 650, 710]
      .map((y) => stroke(`M60 ${y}L${random.between(420, 580)} ${y}`, '#a89c86', 5, { opacity: 0.75 }))
      .join('') +
    box(60, 40, 240, 18, '#5c5548') +
    placed(visaStamp('#7a2f52', -14), 420, 470) +
    placed(visaStamp('#22606b', 12), 220, 450, 0.8);
  const pen =
    box(-13, -240, 26, 400, '#15222b', { rx: 12 }) +
    box(-13, -240, 9, 400, '#ffffff', { rx: 5, opacity: 0.28 }) +
    box(-14, -76, 28, 16, '#d9b566') +
    shape('M-12 156L12 156L0 210Z', '#c8c2b4') +
    box(8, -232, 9, 130, '#d9b566', { rx: 4 });
  const stamp =
    disc(0, 0, 118, '#20140c') +
    disc(0, 0, 108, '#7a4423') +
    disc(0, 0, 108, 'url(#knob)') +
    disc(0, 0, 62, '#8f5229') +
    disc(0, 0, 62, 'url(#knob)');
  const pad =
    box(-170, -110, 340, 220, '#33393c', { rx: 18 }) +
    box(-144, -86, 288, 172, '#41204a', { rx: 10 }) +
    box(-144, -86, 288, 60, '#ffffff', { rx: 10, opacity: 0.07 });
  const defs =
    linear(
      'leather',
      [
        [0, '#ffffff', 0.2],
        [0.5, '#ffffff', 0],
        [1, '#000000', 0.34],
      ],
      [0, 0, 1, 1],
    ) +
    radial(
      'knob',
      [
        [0, '#ffe3b0', 0.85],
        [0.5, '#ffe3b0', 0.08],
        [1, '#000000', 0.5],
      ],
      [0.34, 0.3, 0.75],
    ) +
    '<filter id="drop" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="22" dy="30" stdDeviation="16" flood-color="#0d0603" flood-opacity="0.6"/></filter>';
  const lifted = (content: string): string => `<g filter="url(#drop)">${content}</g>`;
  return {
    ground,
    layers: [
      paint(
        lifted(placed(form, 1080, 160, 1.08, 9)) +
          lifted(placed(passport('#16422f'), 300, 330, 1.1, -15)) +
          lifted(placed(passport('#1b2c52'), 620, 420, 1.1, 8)),
        defs,
      ),
      paint(
        lifted(placed(pad, 1660, 300, 1.15, -12)) +
          lifted(placed(stamp, 1560, 1000, 1.2)) +
          lifted(placed(pen, 1240, 980, 1.15, 58)),
        defs,
      ),
    ],
  };
}
