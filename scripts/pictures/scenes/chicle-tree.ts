import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, box, group, linear, oval, paint, placed, type Scene, shape, stroke } from '../kit/svg.ts';

/** A sapodilla with fresh and healed cuts; white sap runs down the zigzag into a bag. */
export function chicleTree(): Scene {
  const random = createRandom('chicle');
  const wood = layeredNoise('chicle wood', 5);
  const bark = layeredNoise('chicle bark', 4);
  const leaf = ramp([
    [0, '#0f2a1c'],
    [0.4, '#2a5a30'],
    [0.75, '#6f9a44'],
    [1, '#e6efa6'],
  ]);
  const [middle, half] = [1120, 300];
  const edge = (y: number): number => half + ((y - 660) / 660) ** 2 * 46 + (bark(3, y / 130) - 0.5) * 46;
  const ground = shaded((x, y) => {
    const away = (x - middle) / edge(y);
    if (Math.abs(away) < 1) {
      const round = Math.sqrt(1 - away * away);
      const plate = bark(away * 7 + bark(x / 190, y / 190) * 2, y / 66) * 0.6 + bark(x / 13, y / 30) * 0.4;
      const crack = smoothstep(0.08, 0.015, Math.abs(bark(away * 6, y / 110 + 20) - 0.5)) * 0.55;
      const lit = 0.14 + round * 0.5 - away * 0.3 + (plate - 0.5) * 0.5;
      const base = blend(rgb('#221a18'), rgb('#b08a6a'), lit - crack * 0.6);
      return blend(base, rgb('#7f9a5a'), smoothstep(0.56, 0.68, bark(x / 60 + 50, y / 90)) * 0.45);
    }
    const glade = glow(Math.hypot((x - 420) / 430, (y - 480) / 420));
    const clump = wood(x / 170, y / 150) * 0.6 + wood(x / 40, y / 40) * 0.4;
    const trunk =
      smoothstep(0.2, 0.05, Math.abs(((x + wood(x / 600, y / 500) * 90) % 270) - 130) / 130) *
      smoothstep(0.5, 0.2, clump);
    const base = blend(leaf(clump * 0.66 + glade * 0.55 - 0.08), rgb('#3a2f28'), trunk * 0.5);
    return y > 1130
      ? blend(base, rgb('#4a3826'), smoothstep(1130, 1250, y + (wood(x / 60, 2) - 0.5) * 60) * 0.85)
      : base;
  });
  let cuts = '';
  let sap = '';
  const groove = (y: number, fresh: boolean): void => {
    const reach = edge(y) * 0.72;
    const drop = 96;
    const path = `M${middle - reach} ${y}Q${middle - reach * 0.4} ${y + drop * 0.7} ${middle} ${y + drop}Q${middle + reach * 0.4} ${y + drop * 0.7} ${middle + reach} ${y}`;
    cuts +=
      stroke(path, fresh ? '#f0d3b0' : '#5a4034', fresh ? 30 : 34) +
      stroke(path, fresh ? '#a8603f' : '#382722', fresh ? 16 : 18) +
      stroke(path, lighter('#a8603f', 0.5), 3, { opacity: 0.6, transform: 'translate(0 -12)' });
    if (fresh)
      sap +=
        stroke(path, '#fffdf2', 7) +
        stroke(`M${middle} ${y + drop}V${y + drop + 78}`, '#fffdf2', 8) +
        oval(middle + random.between(-3, 3), y + drop + 40, 7, 12, '#ffffff');
  };
  for (let y = -150; y < 1000; y += 172) groove(y, y > 100);
  const bag =
    shape(
      curve(
        [
          [-70, 0],
          [-92, 120],
          [-64, 200],
          [0, 216],
          [64, 200],
          [92, 120],
          [70, 0],
        ],
        true,
      ),
      'url(#bag)',
    ) +
    box(-80, -16, 160, 26, '#4a3a28', { rx: 10 }) +
    oval(0, -6, 66, 15, '#fffdf2') +
    stroke('M-70 -6L-40 -80M70 -6L40 -80', '#3a2c20', 6) +
    stroke('M-40 60Q0 80 46 56M-52 120Q0 146 58 116', '#3a2c20', 4, { opacity: 0.4 });
  let leaves = '';
  for (let index = 0; index < 46; index += 1) {
    const [x, y] = [
      random.chance(0.5) ? random.between(-40, 560) : random.between(1600, 2040),
      random.between(-40, 1340),
    ];
    const colour = random.pick(['#3f7a3c', '#5f9a48', '#2a5a30', '#86b04f']);
    leaves += placed(
      shape(
        curve(
          [
            [0, -90],
            [34, -30],
            [30, 40],
            [0, 90],
            [-30, 40],
            [-34, -30],
          ],
          true,
        ),
        colour,
      ) +
        stroke('M0 -84V86', lighter(colour, 0.45), 4) +
        [-40, -10, 20, 46]
          .map((rib) => stroke(`M0 ${rib}L26 ${rib - 20}M0 ${rib}L-26 ${rib - 20}`, darker(colour, 0.25), 2))
          .join(''),
      x,
      y,
      random.between(0.7, 1.4),
      random.between(0, 360),
    );
  }
  const rope =
    stroke(`M${middle - edge(300) - 6} 330Q${middle} 392 ${middle + edge(300) + 6} 300`, '#d9b878', 20) +
    stroke(`M${middle - edge(300)} 330Q${middle} 392 ${middle + edge(300)} 300`, '#8f6d3f', 20, {
      'stroke-dasharray': '5 13',
      'stroke-linecap': 'butt',
    });
  const defs =
    linear(
      'bag',
      [
        [0, '#a98a5c'],
        [0.4, '#8a6a44'],
        [1, '#4a3524'],
      ],
      [0, 0, 1, 0],
    ) +
    blur('far', 3) +
    linear('close', [
      [0, '#08140e', 0.35],
      [0.4, '#08140e', 0],
      [1, '#08140e', 0.4],
    ]);
  return {
    ground,
    layers: [
      paint(
        cuts +
          sap +
          rope +
          placed(bag, middle, 1100, 1.05) +
          group(leaves, { filter: 'url(#far)' }) +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
