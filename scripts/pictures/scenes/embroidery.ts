import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { linen } from '../kit/surface.ts';
import { box, disc, group, linear, paint, placed, type Scene, stroke } from '../kit/svg.ts';

/** A petal filled with satin stitch: threads side by side from the middle line outwards. */
function petal(random: Random, long: number, wide: number, colour: string): string {
  let art = '';
  for (let step = 0; step <= long; step += 5.4) {
    const t = step / long;
    const half = wide * Math.sin(Math.PI * (0.08 + t * 0.86)) ** 0.8;
    const tone = t < 0.34 ? darker(colour, 0.3) : t > 0.76 ? lighter(colour, 0.34) : colour;
    for (const side of [-1, 1])
      art +=
        stroke(
          `M0 ${-step}L${(side * half).toFixed(1)} ${(-step - half * 0.34).toFixed(1)}`,
          random.chance(0.24) ? lighter(tone, 0.2) : tone,
          5.6,
        ) +
        (random.chance(0.4)
          ? stroke(
              `M${side * 2} ${-step - 1}L${(side * half * 0.7).toFixed(1)} ${(-step - half * 0.26 - 1).toFixed(1)}`,
              lighter(tone, 0.5),
              1.6,
              { opacity: 0.7 },
            )
          : '');
  }
  return art;
}

function flower(random: Random, radius: number, colour: string, petals: number): string {
  let art = '';
  for (let index = 0; index < petals; index += 1)
    art += placed(
      petal(random, radius, radius * 0.34, index % 2 ? colour : darker(colour, 0.1)),
      0,
      0,
      1,
      (index / petals) * 360 + random.between(-4, 4),
    );
  for (let knot = 0; knot < 26; knot += 1) {
    const [angle, reach] = [knot * 2.4, Math.sqrt(knot / 26) * radius * 0.26];
    art +=
      disc(Math.cos(angle) * reach, Math.sin(angle) * reach, radius * 0.046, '#b8741a') +
      disc(Math.cos(angle) * reach - 1.5, Math.sin(angle) * reach - 1.5, radius * 0.032, '#f7cf5a');
  }
  return art;
}

/** The hem of a huipil: flowers in thread on white cloth, lace below. */
export function embroidery(): Scene {
  const random = createRandom('huipil');
  const cloth = linen(layeredNoise('huipil cloth', 3), '#fbf8f0', '#e6dfd0');
  const fold = layeredNoise('huipil fold', 2);
  const ground = shaded((x, y) => {
    const wave = Math.sin(x / 168 + fold(x / 620, y / 900) * 7);
    return blend(
      blend(cloth(x, y), rgb('#8d8a94'), Math.max(0, -wave) * 0.34),
      rgb('#ffffff'),
      Math.max(0, wave) * 0.3 * glow((y - 400) / 900),
    );
  });
  let vines = '';
  for (let step = 0; step < 2100; step += 9) {
    const y = 620 + Math.sin(step / 168) * 110;
    const next = 620 + Math.sin((step + 11) / 168) * 110;
    vines += stroke(`M${step - 40} ${y}L${step - 27} ${next}`, step % 18 ? '#2f7f4a' : '#4fa062', 11);
  }
  let leaves = '';
  for (let index = 0; index < 34; index += 1) {
    const x = -20 + index * 62;
    const y = 620 + Math.sin((x + 40) / 168) * 110;
    leaves += placed(
      petal(
        random,
        random.between(84, 124),
        random.between(26, 36),
        random.pick(['#2f8f4a', '#1f6f4a', '#6aa83a', '#3f9a7a']),
      ),
      x,
      y,
      1,
      (index % 2 ? 1 : -1) * random.between(40, 110) + (index % 2 ? 90 : -10),
    );
  }
  let blooms = '';
  const colours = ['#d61f4f', '#e8336f', '#f2a01f', '#c2185b', '#f26a1f', '#8e24aa', '#1f6fc2'] as const;
  for (const [x, y, radius, colour, petals] of [
    [150, 560, 168, 0, 9],
    [520, 730, 190, 2, 10],
    [880, 530, 182, 1, 9],
    [1230, 720, 196, 4, 10],
    [1590, 540, 186, 3, 9],
    [1930, 720, 176, 5, 9],
    [330, 850, 96, 6, 8],
    [700, 410, 92, 5, 8],
    [1050, 860, 98, 1, 8],
    [1410, 400, 94, 6, 8],
    [1770, 870, 96, 2, 8],
    [350, 400, 78, 3, 7],
    [1060, 380, 76, 4, 7],
    [1790, 380, 80, 0, 7],
  ] as const)
    blooms += placed(flower(random, radius, colours[colour], petals), x, y, 1, random.between(0, 40));
  let borders = '';
  for (const y of [214, 1010]) {
    for (let x = -10; x < 2010; x += 46) {
      const colour = colours[Math.floor((x + 460) / 46) % colours.length] ?? '#d61f4f';
      for (let stitch = 0; stitch < 5; stitch += 1)
        for (let line = 0; line < 5; line += 1) {
          if (Math.abs(stitch - 2) + Math.abs(line - 2) > 2) continue;
          borders += stroke(`M${x + stitch * 8} ${y + line * 8}l7 7m0 -7l-7 7`, colour, 2.6);
        }
    }
    borders += box(0, y - 22, 2000, 7, '#2f7f4a') + box(0, y + 56, 2000, 7, '#2f7f4a');
  }
  let lace = box(0, 1120, 2000, 220, '#57505c', { opacity: 0.5 });
  for (let x = -20; x < 2060; x += 92) {
    lace +=
      placed(
        [0, 45, 90, 135, 180, 225, 270, 315]
          .map((turn) =>
            placed(stroke('M0 0C14 -22 14 -40 0 -52C-14 -40 -14 -22 0 0', '#fffdf6', 6), 0, 0, 1, turn),
          )
          .join('') +
          disc(0, 0, 9, '#fffdf6') +
          disc(0, 0, 56, 'none', { stroke: '#fffdf6', 'stroke-width': 7 }),
        x,
        1206,
      ) +
      stroke(`M${x - 46} 1262Q${x} 1340 ${x + 46} 1262`, '#fffdf6', 9) +
      stroke(`M${x - 30} 1268Q${x} 1318 ${x + 30} 1268`, '#f4efe2', 5);
  }
  lace +=
    box(0, 1106, 2000, 36, '#fffdf6') +
    Array.from({ length: 66 }, (_, hole) => disc(16 + hole * 31, 1124, 6, '#b8b0b4')).join('');
  const thread =
    '<filter id="thread" x="-5%" y="-5%" width="110%" height="110%"><feDropShadow dx="4" dy="6" stdDeviation="3" flood-color="#3a2a34" flood-opacity="0.5"/></filter>';
  return {
    ground,
    quality: 64,
    layers: [
      paint(
        group(lace, { filter: 'url(#thread)' }) +
          group(borders + vines + leaves, { filter: 'url(#thread)' }) +
          group(blooms, { filter: 'url(#thread)' }) +
          `<rect width="2000" height="1333" fill="url(#light)"/>`,
        thread +
          linear(
            'light',
            [
              [0, '#fff6df', 0.2],
              [0.5, '#fff6df', 0],
              [1, '#1d1420', 0.34],
            ],
            [0.1, 0, 0.8, 1],
          ),
      ),
    ],
  };
}
