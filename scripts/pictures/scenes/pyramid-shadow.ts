import { darker, lighter, mix } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { box, linear, paint, placed, polygonTag, type Scene } from '../kit/svg.ts';
import { canopy } from '../motifs/forest.ts';

const tiers = 9;
const tall = 74;
const half = (tier: number): number => 210 + tier * 62;

/** The stepped pyramid, its foot at y = 0: one side in the sun, the stair in front with its lit balustrade. */
function kukulkan(): string {
  const random = createRandom('kukulkan');
  const [lit, shade] = ['#e2b878', '#5d4a4a'];
  const base = -tiers * tall;
  let art = '';
  for (let tier = 0; tier < tiers; tier += 1) {
    const top = base + tier * tall;
    const [inner, outer] = [half(tier), half(tier) + 24];
    art +=
      polygonTag(
        [
          [-inner, top],
          [inner, top],
          [outer, top + tall],
          [-outer, top + tall],
        ],
        mix(shade, '#8a6a58', tier / 16),
      ) +
      polygonTag(
        [
          [-inner, top],
          [-inner * 0.36, top],
          [-outer * 0.36, top + tall],
          [-outer, top + tall],
        ],
        mix(lit, '#b98a58', tier / 14),
      );
    art +=
      box(-inner - 6, top, inner * 2 + 12, 9, lighter(shade, 0.22)) +
      box(-inner - 6, top, inner * 0.66, 9, lighter(lit, 0.4));
    for (let panel = 0; panel < 9; panel += 1) {
      const x = -inner + 22 + panel * ((inner * 2 - 44) / 9);
      art += box(
        x,
        top + 22,
        (inner * 2 - 44) / 9 - 14,
        tall - 40,
        darker(x < -inner * 0.4 ? lit : shade, 0.22),
        { opacity: 0.5 },
      );
    }
    for (let block = 0; block < 26; block += 1)
      art += box(
        random.between(-inner, inner - 20),
        top + random.between(12, tall - 12),
        random.between(12, 30),
        random.between(5, 9),
        random.chance(0.5) ? '#fff0cf' : '#2b2024',
        { opacity: 0.16 },
      );
  }
  const stair = polygonTag(
    [
      [-104, base],
      [104, base],
      [150, 0],
      [-150, 0],
    ],
    '#7a5f56',
  );
  let steps = '';
  for (let step = 0; step < 91; step += 1) {
    const y = base + ((step + 1) / 91) * tiers * tall;
    const wide = 104 + ((y - base) / (tiers * tall)) * 46;
    steps += box(-wide, y - 3, wide * 2, 2.6, step % 2 ? '#a4826c' : '#4c3a3a');
  }
  let serpent = '';
  for (const side of [-1, 1]) {
    serpent += polygonTag(
      [
        [side * 104, base],
        [side * 132, base],
        [side * 182, 0],
        [side * 150, 0],
      ],
      side < 0 ? '#4f3d40' : '#3f3238',
    );
  }
  for (let bend = 0; bend < 7; bend += 1) {
    const y = base + 30 + bend * 92;
    const edge = (at: number): number => 104 + ((at - base) / (tiers * tall)) * 46;
    serpent += polygonTag(
      [
        [-edge(y) - 30, y],
        [-edge(y) - 2, y + 8],
        [-edge(y + 86) - 1, y + 84],
        [-edge(y + 60) - 30, y + 56],
      ],
      '#ffdf9a',
    );
  }
  const head = (side: number): string =>
    placed(
      polygonTag(
        [
          [0, 0],
          [96, 0],
          [120, -18],
          [112, -58],
          [60, -78],
          [0, -64],
        ],
        side < 0 ? '#e0b070' : '#6d5650',
      ) +
        polygonTag(
          [
            [60, -20],
            [122, -30],
            [120, -18],
            [70, -6],
          ],
          '#2b2024',
        ) +
        box(70, -60, 16, 16, '#2b2024') +
        polygonTag(
          [
            [76, -20],
            [84, -4],
            [92, -22],
          ],
          '#fff0cf',
        ) +
        polygonTag(
          [
            [98, -24],
            [106, -8],
            [112, -26],
          ],
          '#fff0cf',
        ),
      side * 142,
      4,
      1,
      0,
      side,
    );
  const temple =
    box(-150, base - 118, 300, 120, '#6b5550') +
    box(-150, base - 118, 96, 120, '#dcae70') +
    box(-164, base - 132, 328, 20, '#8d7264') +
    box(-164, base - 132, 104, 20, '#f3cf94') +
    box(-158, base - 84, 316, 10, '#4c3a3a') +
    box(-40, base - 70, 80, 72, '#1d161a') +
    box(-22, base - 70, 8, 72, '#7a5f56') +
    box(14, base - 70, 8, 72, '#7a5f56');
  return art + stair + steps + serpent + head(-1) + head(1) + temple;
}

/** Late light at the equinox: triangles of sun go down the edge of the stair. */
export function pyramidShadow(): Scene {
  const random = createRandom('chichen');
  const cloud = layeredNoise('chichen sky', 5);
  const grass = layeredNoise('chichen grass', 4);
  const sky = ramp([
    [0, '#39537d'],
    [0.5, '#b98f94'],
    [0.85, '#f4b978'],
    [1, '#fbd797'],
  ]);
  const ground = shaded((x, y) => {
    if (y < 1010) {
      const bank = cloud(x / 620 + y / 900, y / 84);
      return blend(
        blend(sky(y / 1000), rgb('#fff3d0'), glow(Math.hypot((x - 90) / 620, (y - 860) / 330)) * 0.85),
        rgb(y < 560 ? '#6d6484' : '#d98a6a'),
        smoothstep(0.5, 0.72, bank) * 0.5,
      );
    }
    const depth = (y - 1010) / 323;
    const blade = grass((x - 1000) / (10 + depth * 34), Math.log(depth + 0.05) * 16);
    const base = blend(rgb('#8a8a45'), rgb('#3d5230'), depth * 0.8 + (blade - 0.5) * 0.7);
    const shadow = smoothstep(900, 1500, x + depth * 200) * smoothstep(0, 0.1, depth);
    return blend(
      blend(base, rgb('#f3c46e'), smoothstep(900, 0, x) * 0.4),
      rgb('#1d2430'),
      shadow * 0.6 + (pixelNoise(x, y, 3) > 0.97 ? 0.1 : 0),
    );
  });
  const defs = linear(
    'sun',
    [
      [0, '#ffcf7a', 0.36],
      [0.5, '#ffcf7a', 0],
      [1, '#141428', 0.4],
    ],
    [0, 0, 1, 0],
  );
  return {
    ground,
    layers: [
      paint(
        canopy(random, { y: 1000, sway: 12, size: 40, leaf: '#4f6a40', haze: '#e3a96a', far: 0.4 }) +
          canopy(random, { y: 1020, sway: 8, size: 30, leaf: '#3a5634', haze: '#c98f5c', far: 0.16 }),
      ),
      paint(placed(kukulkan(), 1040, 1108, 1.06) + box(0, 0, 2000, 1333, 'url(#sun)'), defs),
    ],
  };
}
