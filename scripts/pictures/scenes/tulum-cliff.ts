import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { box, paint, placed, polygonTag, type Scene } from '../kit/svg.ts';
import { bird } from '../motifs/birds.ts';
import { palm } from '../motifs/palm.ts';

function castle(): string {
  const random = createRandom('castillo');
  const [stone, dark] = ['#c2ad86', '#8a7558'];
  let art =
    polygonTag(
      [
        [-330, 0],
        [-290, -120],
        [290, -120],
        [340, 0],
      ],
      stone,
    ) +
    polygonTag(
      [
        [60, -120],
        [290, -120],
        [340, 0],
        [80, 0],
      ],
      dark,
    ) +
    polygonTag(
      [
        [-110, 0],
        [-84, -120],
        [70, -120],
        [92, 0],
      ],
      lighter(stone, 0.2),
    );
  for (let step = 0; step < 11; step += 1)
    art += box(-108 + step * 2, -11 - step * 11, 196 - step * 3.4, 5, dark, { opacity: 0.6 });
  art +=
    box(-200, -240, 380, 122, stone) +
    box(40, -240, 140, 122, dark) +
    box(-212, -254, 404, 20, lighter(stone, 0.3)) +
    box(-206, -216, 392, 12, darker(stone, 0.2)) +
    box(-90, -330, 190, 78, stone) +
    box(20, -330, 80, 78, dark) +
    box(-98, -342, 206, 16, lighter(stone, 0.3));
  for (let block = 0; block < 150; block += 1) {
    const y = random.between(-236, -8);
    const half = y > -120 ? 290 + (y + 120) * 0.36 : 180;
    art += box(
      random.between(-half, half - 30),
      y,
      random.between(14, 38),
      random.between(7, 13),
      random.chance(0.5) ? lighter(stone, 0.25) : darker(stone, 0.3),
      { opacity: 0.4 },
    );
  }
  return (
    art +
    [-120, -22, 84].map((x) => box(x, -206, 46, 88, '#2b2119')).join('') +
    box(-18, -312, 38, 58, '#2b2119')
  );
}

/** The temple on the cliff at Tulum with the bay below it. */
export function tulumCliff(): Scene {
  const random = createRandom('tulum');
  const rock = layeredNoise('tulum rock', 5);
  const cloud = layeredNoise('tulum cloud', 5);
  const waves = layeredNoise('tulum sea', 4);
  const sky = ramp([
    [0, '#2f86b0'],
    [0.6, '#8cc9d6'],
    [1, '#e6f1e2'],
  ]);
  const cliff = ramp([
    [0, '#2c2721'],
    [0.4, '#6f6350'],
    [0.75, '#b9a884'],
    [1, '#efe2bf'],
  ]);
  const horizon = 640;
  const sea = {
    horizon,
    noise: waves,
    far: rgb('#1f7f9c'),
    near: rgb('#4fd0c6'),
    trough: rgb('#1596a4'),
    crest: rgb('#b5f0e2'),
  };
  const ground = shaded((x, y) => {
    const puff = cloud(x / 420, y / 210);
    let colour =
      y < horizon
        ? blend(
            blend(sky(y / horizon), rgb('#ffffff'), smoothstep(0.52, 0.66, puff + (300 - y) / 2600) * 0.92),
            rgb('#c9d6da'),
            smoothstep(0.6, 0.74, puff) * smoothstep(200, 420, y) * 0.5,
          )
        : seaColour(sea, x, y);
    const brow = 560 + (rock(x / 330, 3) - 0.5) * 90 + Math.max(0, x - 1180) ** 1.22 * 0.36;
    const foot = 1040 + (rock(x / 240, 7) - 0.5) * 110 + Math.max(0, x - 900) * 0.12;
    if (y > foot - 90 && x < 1960) {
      const beach = y - foot + 60 - Math.max(0, (x - 1100) * 0.22) + (rock(x / 60, y / 60) - 0.5) * 36;
      if (beach > 0)
        colour = blend(
          rgb('#f7ecce'),
          rgb('#dcc596'),
          smoothstep(60, 0, beach) + (rock(x / 12, y / 12) - 0.5) * 0.3,
        );
      else
        colour = blend(
          colour,
          rgb('#fbfff8'),
          smoothstep(-46, -4, beach) * smoothstep(0.36, 0.56, rock(x / 70, y / 18)),
        );
    }
    if (y > brow && y < foot + (rock(x / 36, 2) - 0.5) * 50 && x < 1780) {
      const strata = Math.sin((y + rock(x / 130, y / 160) * 190) / 21) * 0.1;
      const face = rock(x / 70, y / 130) * 0.55 + rock(x / 18, y / 30) * 0.35;
      const lit = face + strata + (x - 900) / 3400 + smoothstep(brow + 70, brow, y) * 0.2;
      colour = blend(cliff(lit), rgb('#1c1a18'), smoothstep(foot - 120, foot, y) * 0.55);
      const moss = smoothstep(0.56, 0.66, rock(x / 60 + 20, y / 46)) * smoothstep(brow + 260, brow, y);
      colour = blend(colour, rgb('#4f7040'), moss * 0.75);
    }
    if (y > brow - 16 && y < brow + 26 && y < 960)
      colour = blend(colour, rgb('#5f8244'), glow((y - brow) / 22) * 0.9 * (x < 1780 ? 1 : 0));
    return colour;
  });
  let shrubs = '';
  for (let index = 0; index < 46; index += 1) {
    const x = random.between(-20, 1240);
    shrubs += placed(
      palm(random, random.between(60, 120), random.between(-20, 20), '#3f7a46', '#6b5636'),
      x,
      590 + random.between(-16, 34),
      0.8,
    );
  }
  const flock = [
    [1330, 330, 0.8],
    [1450, 290, 0.6],
    [1530, 360, 0.5],
    [1620, 310, 0.44],
  ]
    .map(([x, y, size]) => placed(bird('#2c3a42', random.between(-0.6, 0.8)), x ?? 0, y ?? 0, size, -8))
    .join('');
  return {
    ground,
    layers: [
      paint(
        placed(castle(), 640, 580, 1.08) +
          shrubs +
          placed(palm(random, 620, 120, '#2f7a4a', '#6b5636'), 1740, 1345) +
          placed(palm(random, 460, -60, '#2f7a4a', '#6b5636'), 1900, 1345) +
          flock,
      ),
    ],
  };
}
