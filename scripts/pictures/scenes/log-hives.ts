import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import {
  box,
  disc,
  linear,
  oval,
  paint,
  placed,
  polygonTag,
  radial,
  type Scene,
  stroke,
} from '../kit/svg.ts';

/** The end of a hollow log closed with a disc of stone or wood. */
function logEnd(random: Random, radius: number): string {
  const bark = random.pick(['#6b4a30', '#5a3f2c', '#7a5638', '#4f3a2c']);
  const lid = random.pick(['#b8a888', '#a8946f', '#c9b892', '#9a7a52']);
  let art = disc(0, 0, radius, darker(bark, 0.3));
  for (let ridge = 0; ridge < 44; ridge += 1) {
    const angle = (ridge / 44) * Math.PI * 2;
    const size = radius * random.between(0.05, 0.11);
    art += disc(
      Math.cos(angle) * radius * 0.97,
      Math.sin(angle) * radius * 0.97,
      size,
      ridge % 3 ? bark : lighter(bark, 0.2),
    );
  }
  art +=
    disc(0, 0, radius * 0.88, '#d9b47a') +
    Array.from({ length: 4 }, (_, ring) =>
      disc(0, 0, radius * (0.86 - ring * 0.03), 'none', {
        stroke: '#a37d4a',
        'stroke-width': 2.4,
        opacity: 0.7,
      }),
    ).join('') +
    disc(0, 0, radius * 0.7, '#3a2a1c') +
    disc(-2, -2, radius * 0.66, lid);
  for (let chip = 0; chip < 20; chip += 1) {
    const [angle, reach] = [random.between(0, Math.PI * 2), random.next() * radius * 0.56];
    art += oval(
      Math.cos(angle) * reach,
      Math.sin(angle) * reach,
      random.between(3, 10),
      random.between(2, 6),
      random.chance(0.5) ? lighter(lid, 0.35) : darker(lid, 0.3),
      { opacity: 0.6 },
    );
  }
  return (
    art +
    Array.from({ length: 26 }, (_, daub) =>
      oval(
        Math.cos(daub * 0.2417) * radius * 0.68,
        Math.sin(daub * 0.2417) * radius * 0.68,
        radius * 0.1,
        radius * 0.06,
        '#7a4a2c',
        { opacity: 0.8 },
      ),
    ).join('') +
    disc(0, 0, radius, 'url(#round)')
  );
}

/** A bee without a sting: small, brown, striped. */
const bee = (beat: number): string =>
  oval(-16, -20, 24, 11, '#f4f0dc', { opacity: 0.62, transform: `rotate(${-30 + beat * 20} -16 -20)` }) +
  oval(14, -22, 24, 11, '#f4f0dc', { opacity: 0.62, transform: `rotate(${26 - beat * 20} 14 -22)` }) +
  oval(14, 0, 26, 16, '#7a4a1c') +
  [4, 16, 28].map((x) => box(x, -14, 5, 28, '#e0a53f', { rx: 2 })).join('') +
  disc(-16, 0, 17, '#4a3018') +
  oval(-20, -8, 9, 5, '#b8843f') +
  disc(-34, 3, 11, '#2f2014') +
  disc(-38, 0, 4, '#0f0c0a');

/** Log hives stacked under a roof of palm. */
export function logHives(): Scene {
  const random = createRandom('hives');
  const yard = layeredNoise('hive yard', 5);
  const ground = shaded((x, y) => {
    const glade = glow(Math.hypot((x - 1660) / 520, (y - 520) / 460));
    const clump = yard(x / 170, y / 150) * 0.6 + yard(x / 40, y / 40) * 0.4;
    const green = blend(
      blend(rgb('#12301f'), rgb('#5f9044'), clump * 1.1 - 0.06),
      rgb('#f3eeb0'),
      glade * (0.3 + clump * 0.5),
    );
    return y > 1130
      ? blend(rgb('#a9835a'), rgb('#6d4a30'), (y - 1130) / 200 + (yard(x / 50, y / 20) - 0.5) * 0.5)
      : green;
  });
  let hives =
    box(120, 300, 40, 860, '#5a3f28') +
    box(1480, 300, 40, 860, '#5a3f28') +
    box(120, 300, 12, 860, '#8a6440') +
    box(1480, 300, 12, 860, '#8a6440');
  const rows = [
    [1050, 118, 6],
    [840, 112, 5],
    [640, 106, 6],
    [450, 98, 5],
  ] as const;
  for (const [y, radius, count] of rows) {
    hives += box(110, y + radius - 6, 1420, 26, '#6b4a2e') + box(110, y + radius - 6, 1420, 7, '#a37d4f');
    for (let log = 0; log < count; log += 1)
      hives += placed(
        logEnd(random, radius * random.between(0.9, 1)),
        280 + (log + (count === 5 ? 0.5 : 0)) * 216 + random.between(-10, 10),
        y,
        1,
        random.between(0, 360),
      );
  }
  let thatch = polygonTag(
    [
      [-40, 310],
      [240, 60],
      [1420, 60],
      [1680, 310],
    ],
    '#7a5a34',
  );
  for (let straw = 0; straw < 900; straw += 1) {
    const t = random.next();
    const x = -40 + (1 - t) * 280 + random.next() * (1720 - (1 - t) * 540);
    const y = 60 + t * 250;
    thatch += stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}l${((x - 820) * 0.05).toFixed(0)} ${random.between(40, 84).toFixed(0)}`,
      random.pick(['#c9a468', '#a37d4a', '#8a6438', '#e0c48a', '#6d4f2c']),
      random.between(3, 6),
      { opacity: 0.85 },
    );
  }
  let bees = '';
  for (let index = 0; index < 34; index += 1) {
    const t = random.next();
    bees += placed(
      bee(random.between(-1, 1)),
      1240 + t * 640 + random.between(-140, 90),
      760 - t * 300 + random.between(-240, 260),
      random.between(0.4, 0.95),
      random.between(-40, 30),
      random.chance(0.6) ? 1 : -1,
    );
  }
  for (const [x, y] of [
    [280, 1050],
    [712, 840],
    [500, 640],
    [1144, 450],
    [928, 1050],
  ] as const)
    bees +=
      disc(x, y + 8, 9, '#1d130c') +
      placed(bee(0.4), x + 46, y - 30, 0.5, -20) +
      placed(bee(-0.4), x - 54, y + 24, 0.46, 12, -1);
  let flowers = '';
  for (let index = 0; index < 90; index += 1) {
    const [x, y] = [random.between(1560, 2020), random.between(640, 1320)];
    const colour = random.pick(['#f6ecc4', '#f0c04a', '#e874a4', '#fbf6ea']);
    flowers +=
      stroke(`M${x} ${y}q${random.between(-20, 20)} 60 ${random.between(-10, 10)} 130`, '#3f7040', 4) +
      placed(
        [0, 72, 144, 216, 288].map((turn) => placed(oval(0, -13, 8, 13, colour), 0, 0, 1, turn)).join('') +
          disc(0, 0, 6, '#d98a2b'),
        x,
        y,
        random.between(0.7, 1.3),
        random.between(0, 72),
      );
  }
  const defs =
    radial(
      'round',
      [
        [0, '#fff3d0', 0.22],
        [0.55, '#fff3d0', 0],
        [1, '#0a0604', 0.5],
      ],
      [0.4, 0.36, 0.66],
    ) +
    linear('close', [
      [0, '#0a0f08', 0.1],
      [0.26, '#0a0f08', 0.42],
      [0.42, '#0a0f08', 0],
      [1, '#0a0f08', 0.32],
    ]);
  return {
    ground,
    layers: [
      paint(hives + flowers, defs),
      paint(`<rect width="2000" height="1333" fill="url(#close)"/>${thatch}${bees}`, defs),
    ],
  };
}
