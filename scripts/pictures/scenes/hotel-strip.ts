import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { blur, box, disc, group, linear, paint, placed, polygonTag, type Scene } from '../kit/svg.ts';
import { palm } from '../motifs/palm.ts';

function tower(random: Random, x: number, wide: number, tall: number): string {
  const wall = random.pick(['#4a4258', '#5a4b5e', '#3c3a52', '#6b5560']);
  const kind = random.whole(0, 3);
  let art = box(x, -tall, wide, tall, wall) + box(x, -tall, wide * 0.22, tall, '#1d1c30', { opacity: 0.45 });
  if (kind === 0)
    art += polygonTag(
      [
        [x, -tall],
        [x + wide, -tall],
        [x + wide, -tall - wide * 0.34],
      ],
      wall,
    );
  if (kind === 1)
    art += polygonTag(
      [
        [x + wide * 0.1, -tall],
        [x + wide * 0.9, -tall],
        [x + wide * 0.5, -tall - wide * 0.4],
      ],
      wall,
    );
  if (kind === 2) art += box(x + wide * 0.3, -tall - 24, wide * 0.4, 24, wall);
  for (let y = -tall + 16; y < -18; y += 19) {
    for (let column = x + 9; column < x + wide - 10; column += 15) {
      if (random.chance(0.58))
        art += box(column, y, 8, 10, random.pick(['#ffd98a', '#ffe9b8', '#f7b765', '#ffcf7a']), {
          opacity: random.between(0.55, 1).toFixed(2),
        });
    }
  }
  return art;
}

/** Towers on a strip of sand at nightfall; the lagoon in front gives their lights back. */
export function hotelStrip(): Scene {
  const random = createRandom('strip');
  const bank = layeredNoise('strip sky', 5);
  const ripple = layeredNoise('strip water', 4);
  const sky = ramp([
    [0, '#1a2348'],
    [0.4, '#5a4a78'],
    [0.72, '#d07f7c'],
    [1, '#f8bd83'],
  ]);
  const base = 800;
  const ground = shaded((x, y) => {
    if (y < base) {
      const cloud = smoothstep(0.5, 0.74, bank(x / 520 + y / 700, y / 66));
      return blend(
        blend(sky(y / base), rgb('#ffe0a6'), glow(Math.hypot((x - 1450) / 560, (y - 760) / 190)) * 0.7),
        y < 460 ? rgb('#3a3560') : rgb('#a8566b'),
        cloud * 0.55,
      );
    }
    const depth = (y - base) / 533;
    const wave = ripple((x - 1000) / (40 + depth * 240), Math.log(depth + 0.03) * 12);
    return blend(sky(1 - depth * 1.05 + (wave - 0.5) * 0.34), rgb('#10182e'), 0.16 + depth * 0.42);
  });
  let row = '';
  for (let x = -40; x < 2040; ) {
    const wide = random.between(58, 168);
    row += tower(random, x, wide, random.between(90, 330) * (0.62 + 0.5 * Math.sin((x / 2000) * Math.PI)));
    x += wide + random.between(-6, 54);
  }
  const shore = box(-10, -26, 2020, 30, '#1a1a2a');
  let trees = '';
  for (let x = 10; x < 2000; x += random.between(40, 120))
    trees += placed(
      palm(random, random.between(56, 100), random.between(-14, 14), '#15202b', '#15202b', false),
      x,
      2,
    );
  let lamps = '';
  for (let x = 20; x < 2000; x += 62)
    lamps += disc(x, -14, 5, '#ffe2a0') + disc(x, -14, 15, '#ffcf7a', { opacity: 0.22 });
  const strip = row + shore + trees + lamps;
  let streaks = '';
  for (let index = 0; index < 150; index += 1) {
    const x = random.between(0, 2000);
    streaks += box(
      x,
      base + random.between(4, 60),
      random.between(4, 10),
      random.between(70, 330),
      random.pick(['#ffd98a', '#ffb765', '#fff0c9']),
      { opacity: random.between(0.06, 0.26).toFixed(2), rx: 4 },
    );
  }
  let cuts = '';
  for (let index = 0; index < 130; index += 1) {
    const depth = random.next() ** 1.6;
    cuts += box(
      random.between(-100, 1900),
      base + 14 + depth * 510,
      random.between(120, 620) * (0.4 + depth),
      2 + depth * 5,
      random.pick(['#141c34', '#2a2a4c', '#e8a98a']),
      { opacity: random.between(0.1, 0.4).toFixed(2), rx: 3 },
    );
  }
  const defs =
    blur('wet', 5) +
    blur('halo', 26) +
    linear('close', [
      [0.6, '#070b18', 0],
      [1, '#070b18', 0.62],
    ]);
  return {
    ground,
    layers: [
      paint(
        group(placed(row, 0, base), { filter: 'url(#halo)', opacity: 0.5 }) + placed(strip, 0, base),
        defs,
      ),
      paint(
        `<g transform="translate(0 ${base}) scale(1 -1)" opacity="0.5" filter="url(#wet)">${strip}</g>` +
          group(streaks, { filter: 'url(#wet)' }) +
          cuts +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
