import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { paint, placed, type Scene } from '../kit/svg.ts';
import { palm } from '../motifs/palm.ts';

/** A beach that nobody lights: the Milky Way, a faint sea, palms as cut-outs. */
export function darkBeach(): Scene {
  const random = createRandom('night palms');
  const dust = layeredNoise('milky way', 5);
  const waves = layeredNoise('night waves', 4);
  const sky = ramp([
    [0, '#070d1c'],
    [0.6, '#0e2238'],
    [1, '#25485a'],
  ]);
  const horizon = 880;
  const sea = {
    horizon,
    noise: waves,
    far: rgb('#33586a'),
    near: rgb('#0c2233'),
    trough: rgb('#081a29'),
    crest: rgb('#4d7f8f'),
  };
  const ground = shaded((x, y) => {
    if (y < horizon) {
      const along = x * 0.52 - y * 0.85;
      const off = (x * 0.85 + y * 0.52 - 1230) / 330;
      const cloud = dust(along / 330 + 9, off * 1.4);
      const band = glow(off * 0.8) * (0.35 + cloud);
      const rift = smoothstep(0.46, 0.62, dust(along / 190, off * 2.2 + 30)) * glow(off * 2.4);
      let colour = blend(sky(y / horizon), rgb('#a9b3c9'), band * 0.42);
      colour = blend(colour, rgb('#d9b9a0'), glow(off * 1.8) * cloud * 0.3);
      colour = blend(colour, rgb('#0a1426'), rift * 0.5);
      const chance = 0.9972 - band * 0.005;
      const star = pixelNoise(x >> 1, y >> 1, 21);
      if (star > chance)
        colour = blend(
          colour,
          rgb(star > 0.9995 ? '#ffffff' : '#dfe8f4'),
          ((star - chance) / (1 - chance)) * 0.9 + 0.1,
        );
      return blend(colour, rgb('#f3c987'), glow((y - horizon) / 16) * 0.55 * glow((x - 1500) / 420));
    }
    const shore = 1090 + (waves(x / 600, 3) - 0.5) * 110 - (x - 1000) * 0.09;
    if (y < shore) {
      const foam = smoothstep(-40, -6, y - shore) * smoothstep(0.42, 0.6, waves(x / 70, y / 16));
      return blend(seaColour(sea, x, y), rgb('#8fb3bb'), foam * 0.6);
    }
    const ripple = Math.sin((y + waves(x / 120, y / 80) * 110) / 8) * 0.04;
    return blend(
      rgb('#2b3440'),
      rgb('#141923'),
      (y - shore) / 330 + ripple + (pixelNoise(x, y, 2) - 0.5) * 0.08,
    );
  });
  const ink = '#05090f';
  return {
    ground,
    layers: [
      paint(
        placed(palm(random, 900, -150, ink, ink, false), 1730, 1330) +
          placed(palm(random, 660, 90, ink, ink, false), 1900, 1340) +
          placed(palm(random, 480, -60, ink, ink, false), 60, 1300),
      ),
    ],
  };
}
