import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { blob, curve } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { wood } from '../kit/surface.ts';
import { disc, oval, paint, placed, radial, type Scene, shape, stroke } from '../kit/svg.ts';

/** A length of banana leaf seen from above, its rib along the x axis. */
function bananaLeaf(long: number, wide: number, green: string): string {
  let art = shape(
    curve(
      [
        [-long, 0],
        [-long * 0.8, -wide * 0.9],
        [0, -wide],
        [long * 0.8, -wide * 0.85],
        [long, 0],
        [long * 0.8, wide * 0.9],
        [0, wide],
        [-long * 0.8, wide * 0.85],
      ],
      true,
    ),
    green,
  );
  for (let vein = -long * 0.94; vein < long * 0.94; vein += 17)
    art += stroke(
      `M${vein} 0Q${vein + 26} ${-wide * 0.5} ${vein + 34} ${-wide * 0.94}M${vein} 0Q${vein + 26} ${wide * 0.5} ${vein + 34} ${wide * 0.94}`,
      vein % 34 < 17 ? lighter(green, 0.25) : darker(green, 0.24),
      4,
      { opacity: 0.5 },
    );
  return (
    art +
    stroke(`M${-long} 0H${long}`, lighter(green, 0.5), 13) +
    stroke(`M${-long} 4H${long}`, darker(green, 0.2), 4)
  );
}

/** Sunday breakfast: the leaf opened, the meat red from achiote, onions, a habanero, tortillas. */
export function pibTable(): Scene {
  const random = createRandom('pib');
  const noise = layeredNoise('pib meat', 3);
  const board = wood({
    noise: layeredNoise('pib wood', 4),
    dark: '#2a1a14',
    light: '#5c3a26',
    plank: 260,
    turn: -0.12,
  });
  const ground = shaded((x, y) =>
    blend(
      blend(board(x, y), rgb('#ffcf8a'), glow(Math.hypot((x - 620) / 900, (y - 330) / 620)) * 0.24),
      rgb('#0a0605'),
      0.5 - glow(Math.hypot((x - 950) / 1150, (y - 640) / 800)) * 0.5,
    ),
  );
  let meat = '';
  for (let shred = 0; shred < 520; shred += 1) {
    const [angle, reach] = [random.between(0, Math.PI * 2), Math.sqrt(random.next())];
    const [x, y] = [Math.cos(angle) * 350 * reach, Math.sin(angle) * 205 * reach];
    const colour = random.pick(['#a83a1c', '#c4502a', '#8a2a14', '#d96a35', '#b8441f', '#e0854a']);
    const long = random.between(22, 64);
    meat += placed(
      shape(
        `M${-long} 0Q0 ${-random.between(9, 20)} ${long} 0Q0 ${random.between(7, 15)} ${-long} 0Z`,
        colour,
      ) + stroke(`M${-long * 0.7} -2Q0 -11 ${long * 0.7} -3`, lighter(colour, 0.4), 3, { opacity: 0.55 }),
      x,
      y,
      1,
      random.between(-70, 70) + (x / 350) * 30,
    );
  }
  const mound = shape(blob(noise, 0, 0, 390, 240, 0.16), '#6b1f10') + meat;
  const juice =
    shape(blob(noise, 40, 60, 470, 300, 0.2), '#8f3a14', { opacity: 0.75 }) +
    shape(blob(noise, 20, 50, 430, 270, 0.2), '#b85a1c', { opacity: 0.6 });
  let onions = '';
  for (let ring = 0; ring < 60; ring += 1) {
    const [angle, reach] = [random.between(0, Math.PI * 2), Math.sqrt(random.next()) * 120];
    onions += placed(
      stroke(
        `M-44 0A44 ${random.between(20, 40)} 0 0 1 44 0`,
        random.pick(['#d6457f', '#e874a4', '#c22f6b', '#f2a0c0']),
        random.between(7, 12),
      ) + stroke('M-36 -4A40 22 0 0 1 36 -4', '#fbd3e2', 3, { opacity: 0.7 }),
      Math.cos(angle) * reach,
      Math.sin(angle) * reach,
      0.9,
      random.between(0, 360),
    );
  }
  const bowl =
    disc(0, 0, 200, '#1d3f5a') +
    disc(0, 0, 186, '#f2ead6') +
    Array.from({ length: 16 }, (_, dot) =>
      disc(Math.cos(dot * 0.3927) * 190, Math.sin(dot * 0.3927) * 190, 8, '#e0a53f'),
    ).join('') +
    disc(0, 0, 160, '#a8285a');
  const tortilla = (tone: string): string => {
    let art =
      shape(blob(noise, 0, 0, 190, 184, 0.035), darker(tone, 0.14)) +
      shape(blob(noise, -3, -4, 182, 176, 0.035), tone);
    for (let spot = 0; spot < 30; spot += 1) {
      const [angle, reach] = [random.between(0, Math.PI * 2), Math.sqrt(random.next()) * 160];
      art += shape(
        blob(
          noise,
          Math.cos(angle) * reach,
          Math.sin(angle) * reach,
          random.between(6, 22),
          random.between(5, 15),
          0.3,
        ),
        random.pick(['#a8713a', '#8a552a', '#c9924f']),
        { opacity: random.between(0.25, 0.7).toFixed(2) },
      );
    }
    return art;
  };
  const basket =
    disc(0, 0, 270, '#7a4c24') +
    Array.from({ length: 60 }, (_, weave) =>
      placed(stroke('M226 0H268', weave % 2 ? '#c9965a' : '#9a6a38', 19), 0, 0, 1, weave * 6),
    ).join('') +
    disc(0, 0, 228, '#fbf6ea') +
    Array.from({ length: 12 }, (_, fold) =>
      placed(stroke('M140 0Q190 14 226 0', '#d9cfba', 7), 0, 0, 1, fold * 30),
    ).join('') +
    Array.from({ length: 6 }, (_, stripe) =>
      placed(stroke('M212 -60Q228 0 212 60', '#c9302c', 8), 0, 0, 1, stripe * 60),
    ).join('') +
    placed(tortilla('#f0dca8'), 14, 10, 0.95) +
    placed(tortilla('#f3e2b4'), -10, -8, 0.95, 40);
  const habanero = (colour: string): string =>
    shape(
      curve(
        [
          [0, -44],
          [38, -34],
          [46, 8],
          [22, 40],
          [4, 64],
          [-20, 42],
          [-46, 8],
          [-38, -34],
        ],
        true,
      ),
      colour,
    ) +
    stroke('M-18 -30Q-26 6 -10 40M18 -30Q26 6 12 38', darker(colour, 0.26), 5, { opacity: 0.6 }) +
    oval(-20, -12, 9, 20, lighter(colour, 0.7), { opacity: 0.75 }) +
    stroke('M0 -42Q4 -66 20 -72', '#4f7a34', 11);
  const sour =
    disc(0, 0, 96, '#7f9a3a') +
    disc(0, 0, 88, '#f6efc4') +
    Array.from({ length: 10 }, (_, wedge) =>
      placed(
        shape('M6 -8L70 -20Q82 0 70 20L6 8Z', '#f0c95a') +
          stroke('M16 -4L62 -11', '#fdf3c4', 4, { opacity: 0.7 }),
        0,
        0,
        1,
        wedge * 36,
      ),
    ).join('') +
    disc(0, 0, 9, '#f6efc4');
  const achiote = Array.from({ length: 46 }, () =>
    placed(
      shape('M-9 6L0 -10L10 6Z', random.pick(['#a8321f', '#c4502a', '#7a2016'])),
      random.between(-120, 120),
      random.between(-60, 60),
      random.between(0.7, 1.3),
      random.between(0, 180),
    ),
  ).join('');
  const defs =
    '<filter id="drop" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="14" dy="20" stdDeviation="14" flood-color="#000000" flood-opacity="0.65"/></filter>' +
    radial(
      'lamp',
      [
        [0, '#ffe2a8', 0.22],
        [1, '#ffe2a8', 0],
      ],
      [0.4, 0.35, 0.5],
    );
  const lay = (art: string, x: number, y: number, scale = 1, turn = 0): string =>
    `<g filter="url(#drop)">${placed(art, x, y, scale, turn)}</g>`;
  return {
    ground,
    layers: [
      paint(
        lay(bananaLeaf(860, 230, '#3f7a3a'), 820, 560, 1, -24) +
          lay(bananaLeaf(820, 250, '#4f8f42'), 830, 780, 1, 10) +
          lay(bananaLeaf(560, 210, '#2f6a34'), 700, 700, 1, 78),
        defs,
      ),
      paint(
        placed(juice, 790, 700, 1, -6) +
          lay(mound, 780, 680, 1.06, -8) +
          lay(basket, 1640, 930, 1.12) +
          lay(bowl + placed(onions, 0, 0, 1), 1500, 330, 1.08),
        defs,
      ),
      paint(
        lay(habanero('#f08c1f'), 1190, 300, 1.25, -30) +
          lay(habanero('#e8641f'), 1220, 470, 1.1, 40) +
          lay(sour, 200, 250, 1.3) +
          lay(sour, 420, 160, 1.1) +
          placed(achiote, 260, 1180, 1.1) +
          placed(onions, 780, 640, 0.62) +
          `<rect width="2000" height="1333" fill="url(#lamp)"/>`,
        defs,
      ),
    ],
  };
}
