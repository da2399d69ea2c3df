import { mix } from '../kit/colour.ts';
import { shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { below, waver } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, group, linear, paint, placed, type Scene, shape } from '../kit/svg.ts';
import { waterColumn } from '../kit/underwater.ts';
import { boulder, branching, seaFan, sponge } from '../motifs/corals.ts';
import { fish, fishShadow } from '../motifs/fish.ts';
import { turtleFromAbove } from '../motifs/turtle.ts';

/** A garden of corals with a shoal passing, and a turtle above. */
export function reefGarden(): Scene {
  const random = createRandom('garden');
  const noise = layeredNoise('garden water', 4);
  const hills = layeredNoise('garden hills', 3);
  const ground = shaded(
    waterColumn({ surface: '#8fe0dc', middle: '#1f8fae', deep: '#0a3f66', source: 760, noise }),
  );
  const plant = (haze: string, far: number, base: number, count: number, size: number): string => {
    const line = waver(hills, {
      from: -40,
      to: 2040,
      y: base,
      height: 90 * (1.2 - far),
      scale: 330,
      row: base,
    });
    let art = shape(below(line, 1400), mix('#4b5f58', haze, far));
    for (let index = 0; index < count; index += 1) {
      const at = line[random.whole(2, line.length - 3)] ?? [0, base];
      const tint = (colour: string): string => mix(colour, haze, far);
      const scale = size * random.between(0.7, 1.3);
      const kind = random.whole(0, 4);
      const coral =
        kind === 0
          ? branching(random, 210, tint(random.pick(['#d98a4a', '#c9a15a', '#e0b070'])))
          : kind === 1
            ? seaFan(random, 230, tint(random.pick(['#b0508a', '#d0608a', '#8a5aa8'])))
            : kind === 2
              ? boulder(random, 110, tint(random.pick(['#a8894a', '#8f9a5a', '#b7775a'])))
              : kind === 3
                ? sponge(random, 190, tint(random.pick(['#c9a13a', '#b0537a', '#7f5aa8'])))
                : branching(random, 150, tint('#e07a5f'), 0.85);
      art += placed(coral, at[0], at[1] + 22, scale, random.between(-6, 6), random.chance(0.5) ? 1 : -1);
    }
    return art;
  };
  let far = '';
  for (let index = 0; index < 46; index += 1)
    far += placed(
      fishShadow('#12506f'),
      1180 + random.between(-330, 420),
      430 + random.between(-130, 130),
      random.between(0.22, 0.4),
      -8,
    );
  let shoal = '';
  for (let index = 0; index < 24; index += 1) {
    const t = index / 23;
    shoal += placed(
      fish('#f2c23d', '#2b6fa8', random.between(0.8, 1)),
      380 + t * 900 + random.between(-70, 70),
      700 - Math.sin(t * 3) * 150 + random.between(-80, 80),
      random.between(0.72, 1.15),
      random.between(-12, 8),
    );
  }
  const blues = [
    [1530, 640, 1.2, 6],
    [1640, 730, 1, -4],
    [300, 980, 0.9, 10],
  ]
    .map(([x, y, size, turn]) => placed(fish('#3f63b8', '#f0c04a', 1.25), x ?? 0, y ?? 0, size, turn, -1))
    .join('');
  const turtle = placed(turtleFromAbove('#6d5a33', '#8a8455', 0.4), 1480, 250, 1.08, 66);
  const defs =
    blur('haze', 3) +
    linear('veil', [
      [0.6, '#0a3f66', 0],
      [1, '#062a48', 0.34],
    ]);
  return {
    ground,
    layers: [
      paint(group(plant('#1c6f92', 0.66, 890, 16, 0.62) + far, { filter: 'url(#haze)' }), defs),
      paint(turtle + plant('#16587c', 0.26, 1040, 15, 0.95) + shoal, defs),
      paint(
        plant('#0c3557', 0.02, 1240, 17, 1.4) +
          blues +
          `<rect width="2000" height="1333" fill="url(#veil)"/>`,
        defs,
      ),
    ],
  };
}
