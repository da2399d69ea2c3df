import { darker, lighter, mix } from '../kit/colour.ts';
import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { blur, group, oval, paint, placed, type Scene, stroke } from '../kit/svg.ts';
import { waterColumn } from '../kit/underwater.ts';
import { fish, fishShadow } from '../motifs/fish.ts';

const surface = 560;

/** Stilt roots of one tree: arches that leave the stem above the water and enter the mud below. */
function stilts(
  random: Random,
  x: number,
  foot: number,
  size: number,
  bark: string,
): { dry: string; wet: string } {
  let [dry, wet] = ['', ''];
  const stem = `M${x} ${-40}C${x + 14 * size} 120 ${x - 12 * size} 260 ${x} ${surface - 120 * size}`;
  dry +=
    stroke(stem, bark, 38 * size) +
    stroke(stem, lighter(bark, 0.35), 8 * size, { opacity: 0.4, transform: `translate(${-9 * size} 0)` });
  for (let root = 0; root < 9; root += 1) {
    const side = root % 2 === 0 ? -1 : 1;
    const reach = (50 + root * 44) * size * random.between(0.8, 1.15);
    const start = surface - (120 + root * 26) * size;
    const end = x + side * reach;
    const thick = (19 - root * 0.9) * size;
    const path = `M${x} ${start}C${x + side * reach * 0.6} ${start - 20} ${end - side * 10} ${surface - 110 * size} ${end} ${surface + 30}C${end + side * 16} ${surface + 170} ${end + side * random.between(10, 70)} ${foot - 160} ${end + side * random.between(50, 170)} ${foot + random.between(0, 60)}`;
    dry +=
      stroke(path, bark, thick) +
      stroke(path, lighter(bark, 0.4), thick * 0.24, {
        opacity: 0.5,
        transform: `translate(${-thick * 0.24} 0)`,
      });
    const murk = mix(bark, '#3f6a52', 0.42);
    wet +=
      stroke(path, darker(murk, 0.18), thick * 1.12) +
      stroke(path, lighter(murk, 0.3), thick * 0.3, {
        opacity: 0.4,
        transform: `translate(${-thick * 0.22} 0)`,
      });
    for (let shell = 0; shell < 5; shell += 1)
      wet += oval(
        end + random.between(-thick, thick) * 0.5,
        surface + random.between(20, 170),
        6 * size,
        8 * size,
        random.pick(['#b8a98a', '#7f8f6a', '#c9774a']),
        { opacity: 0.8 },
      );
  }
  return { dry, wet };
}

/** Red mangrove, half in the air and half under water. */
export function mangroveRoots(): Scene {
  const random = createRandom('mangrove');
  const noise = layeredNoise('mangrove water', 4);
  const leafage = layeredNoise('mangrove leaves', 5);
  const water = waterColumn({ surface: '#cfe6b4', middle: '#4f9c86', deep: '#123f42', source: 980, noise });
  const wood = ramp([
    [0, '#122a1d'],
    [0.5, '#2f5a35'],
    [0.8, '#7d9a4a'],
    [1, '#eef0b8'],
  ]);
  const line = (x: number): number => surface + Math.sin(x / 170) * 7 + (noise(x / 90, 8) - 0.5) * 18;
  const ground = shaded((x, y) => {
    const edge = line(x);
    if (y < edge) {
      const clump = leafage(x / 150, y / 120);
      const glare = Math.exp(-Math.hypot((x - 980) / 520, (y - 330) / 330) * 1.3);
      return blend(
        wood(clump * 0.62 + glare * 0.62 - 0.06),
        rgb('#fbf5cf'),
        smoothstep(0.62, 0.78, clump + glare * 0.2) * 0.6,
      );
    }
    const depth = (y - edge) / (1333 - edge);
    const floor = 1190 + (noise(x / 260, 3) - 0.5) * 90;
    if (y > floor)
      return blend(rgb('#3b4a36'), rgb('#14231f'), (y - floor) / 130 + (leafage(x / 40, y / 20) - 0.5) * 0.6);
    const under = water(x, depth * 1240);
    return blend(under, rgb('#f3f9d8'), smoothstep(7, 0, y - edge) * 0.85);
  });
  let [backDry, backWet, dry, wet] = ['', '', '', ''];
  for (const x of [180, 560, 1040, 1480, 1850]) {
    const tree = stilts(random, x + random.between(-40, 40), 1150, 0.62, '#5d4a3c');
    backDry += tree.dry;
    backWet += tree.wet;
  }
  for (const [x, size] of [
    [330, 1.25],
    [1330, 1.5],
    [1890, 1.05],
  ] as const) {
    const tree = stilts(random, x, 1230, size, '#7a4a38');
    dry += tree.dry;
    wet += tree.wet;
  }
  let leaves = '';
  for (let index = 0; index < 170; index += 1) {
    const x = random.between(-20, 2020);
    leaves += placed(
      oval(0, -32, 14, 34, random.pick(['#2f6b3a', '#4c8a40', '#8aa846', '#1f4a2c'])) +
        stroke('M0 0L0 -60', '#c9d88a', 2, { opacity: 0.5 }),
      x,
      random.between(-10, 120) * (0.5 + Math.abs(Math.sin(x / 260))),
      random.between(0.8, 1.5),
      random.between(100, 260),
    );
  }
  let shoal = '';
  for (let index = 0; index < 40; index += 1)
    shoal += placed(
      fishShadow('#d5e6c0'),
      840 + random.between(-330, 330),
      870 + random.between(-120, 120),
      random.between(0.2, 0.36),
      6,
    );
  for (const [x, y, size, flip] of [
    [620, 980, 1.1, 1],
    [760, 1060, 0.85, 1],
    [1080, 1010, 1.2, -1],
    [1640, 930, 1, -1],
    [980, 760, 0.7, 1],
    [150, 900, 0.8, 1],
  ] as const)
    shoal += placed(fish('#b9a24a', '#4a4a2c', 0.95), x, y, size, random.between(-8, 8), flip);
  const clips =
    '<clipPath id="air"><rect width="2000" height="562"/></clipPath><clipPath id="sea"><rect y="558" width="2000" height="800"/></clipPath>';
  const defs = clips + blur('far', 3);
  const part = (content: string, clip: string, extra: Record<string, string | number> = {}): string =>
    group(group(content, extra), { 'clip-path': `url(#${clip})` });
  return {
    ground,
    layers: [
      paint(
        part(backDry, 'air', { filter: 'url(#far)', opacity: 0.75 }) +
          part(backWet, 'sea', { filter: 'url(#far)', opacity: 0.5 }),
        defs,
      ),
      paint(shoal + part(wet, 'sea') + part(dry, 'air') + leaves, defs),
    ],
  };
}
