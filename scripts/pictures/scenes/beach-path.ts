import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { box, linear, oval, paint, placed, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';
import { palm } from '../motifs/palm.ts';

/** A branch of sea grape: round leaves with red veins. */
function seaGrape(random: Random, leaves: number, spread: number): string {
  let art = '';
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const size = random.between(34, 62);
    const green = random.pick(['#4f8a4a', '#6a9f52', '#3a7044', '#86a94f', '#b5723f']);
    art += placed(
      oval(0, 0, size, size * 0.86, green) +
        oval(-size * 0.2, -size * 0.24, size * 0.55, size * 0.4, '#ffffff', { opacity: 0.1 }) +
        stroke(
          `M0 ${size * 0.84}V${-size * 0.7}M0 ${size * 0.2}L${size * 0.56} ${-size * 0.24}M0 ${size * 0.2}L${-size * 0.56} ${-size * 0.24}M0 ${-size * 0.2}L${size * 0.4} ${-size * 0.52}M0 ${-size * 0.2}L${-size * 0.4} ${-size * 0.52}`,
          '#d9a06a',
          3,
          { opacity: 0.8 },
        ),
      random.between(-spread, spread),
      random.between(-spread * 0.9, spread * 0.8),
      1,
      random.between(0, 360),
    );
  }
  return art;
}

/** A path of sand between walls; at its end, the sea. */
export function beachPath(): Scene {
  const random = createRandom('path');
  const noise = layeredNoise('path sand', 4);
  const cloud = layeredNoise('path sky', 5);
  const plaster = layeredNoise('path wall', 4);
  const sky = ramp([
    [0, '#3f97bf'],
    [0.7, '#b5dde0'],
    [1, '#f6f2dc'],
  ]);
  const sea = ramp([
    [0, '#1a6f96'],
    [0.5, '#25a5b4'],
    [1, '#a8ecd9'],
  ]);
  const [vx, vy] = [1060, 560];
  const ground = shaded((x, y) => {
    if (y < vy)
      return blend(sky(y / vy), rgb('#ffffff'), smoothstep(0.54, 0.68, cloud(x / 380, y / 120)) * 0.85);
    const depth = (y - vy) / 773;
    if (y < 640)
      return blend(
        sea((y - vy) / 80),
        rgb('#ffffff'),
        smoothstep(626, 640, y + (noise(x / 30, 2) - 0.5) * 16) * 0.9,
      );
    const foot = noise((x - vx) / (14 + depth * 90), Math.log(depth + 0.04) * 16);
    const base = blend(
      rgb('#fdf3d8'),
      rgb('#dcc193'),
      depth * 0.7 + (foot - 0.5) * 0.55 + (pixelNoise(x, y, 3) - 0.5) * 0.12,
    );
    const shade =
      smoothstep(0.44, 0.6, noise(x / 150 + y / 260, y / 110 + 20)) *
      smoothstep(-120, -520, x - vx - depth * 60);
    return blend(
      base,
      rgb('#6d5a5a'),
      shade * 0.55 + glow((x - vx + depth * 900) / (160 + depth * 420)) * 0.35,
    );
  });
  const wall = (side: number, colour: string, cap: string): string => {
    const at = (t: number, y: number): [number, number] => [
      vx + side * (110 + t * 1180),
      vy + 70 + t * 800 + y * (0.14 + t),
    ];
    let art =
      polygonTag([at(0, -600), at(1, -600), at(1, 60), at(0, 60)], colour) +
      polygonTag([at(0, -640), at(1, -640), at(1, -596), at(0, -596)], cap);
    for (let stain = 0; stain < 90; stain += 1) {
      const [t, y] = [random.next() ** 1.4, random.between(-580, 40)];
      const [x, yy] = at(t, y);
      art += oval(
        x,
        yy,
        (20 + plaster(stain, 1) * 90) * (0.2 + t),
        (8 + plaster(1, stain) * 30) * (0.2 + t),
        random.chance(0.5) ? '#ffffff' : '#5a4030',
        { opacity: 0.07 },
      );
    }
    return art;
  };
  const sign =
    stroke('M0 0V-250', '#6b4a2e', 16) +
    box(-120, -330, 240, 100, '#f4ecd8', { rx: 6 }) +
    box(-120, -330, 240, 100, 'none', { rx: 6, stroke: '#00626a', 'stroke-width': 7 }) +
    shape(
      curve([
        [-80, -262],
        [-50, -284],
        [-20, -262],
        [10, -284],
        [40, -262],
        [70, -284],
      ]),
      'none',
      { stroke: '#00626a', 'stroke-width': 9 },
    ) +
    shape('M56 -300L92 -280L56 -260Z', '#a8321f');
  const gate =
    box(vx - 102, vy - 150, 22, 240, '#6b4a2e') +
    box(vx + 84, vy - 150, 22, 240, '#6b4a2e') +
    box(vx - 120, vy - 168, 246, 24, '#8f6b47');
  const defs = linear('close', [
    [0, '#fff6d6', 0.08],
    [0.6, '#20140c', 0],
    [1, '#20140c', 0.32],
  ]);
  return {
    ground,
    layers: [
      paint(
        gate +
          placed(palm(random, 520, -60, '#3a7f4a', '#7a6242'), 640, 700) +
          placed(palm(random, 430, 50, '#3a7f4a', '#7a6242'), 1500, 690) +
          wall(-1, '#d98f5c', '#f3d9b0') +
          wall(1, '#e9ddc4', '#fffaf0'),
        defs,
      ),
      paint(
        placed(seaGrape(random, 46, 300), 130, 500) +
          placed(seaGrape(random, 40, 270), 1880, 420) +
          placed(seaGrape(random, 26, 200), 1990, 760) +
          placed(sign, 520, 1150, 1.1) +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
